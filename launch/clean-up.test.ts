/** The order of the end. */
import { describe, expect, it } from 'vitest';
import { CleanUp } from './clean-up.ts';

describe('cleaning up', () => {
  it('stops in reverse, waits for each, and goes on when one fails', async () => {
    const cleanUp = new CleanUp();
    const stopped: string[] = [];
    cleanUp.add(() => void stopped.push('database'));
    cleanUp.add(() => {
      throw new Error('will not go');
    });
    cleanUp.add(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      stopped.push('server');
    });
    await cleanUp.run();
    expect(stopped).toEqual(['server', 'database']);
  });

  it('forgets what ended by itself', async () => {
    const cleanUp = new CleanUp();
    const stopped: string[] = [];
    cleanUp.add(() => void stopped.push('build'))();
    await cleanUp.run();
    expect(stopped).toEqual([]);
  });

  it('stops at once what is started after the end has begun, and says so to whoever started it', async () => {
    const cleanUp = new CleanUp();
    const stopped: string[] = [];
    const ended = cleanUp.run();
    expect(() => cleanUp.add(() => void stopped.push('late'))).toThrow('Stopped while starting');
    await ended;
    expect(stopped).toEqual(['late']);
  });
});
