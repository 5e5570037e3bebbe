import { describe, expect, it } from 'vitest';
import { Echo } from './echo.ts';

describe('an editor that is told its own words', () => {
  it('knows a late echo while more has been typed', () => {
    const echo = new Echo();
    echo.said('a');
    echo.said('ab');
    expect(echo.isEcho('a')).toBe(true);
    expect(echo.isEcho('ab')).toBe(true);
  });

  it('takes a value from elsewhere, even one that it said long ago', () => {
    const echo = new Echo();
    echo.said('start');
    expect(echo.isEcho('start')).toBe(true);
    echo.said('more');
    expect(echo.isEcho('more')).toBe(true);
    expect(echo.isEcho('start')).toBe(false);
  });

  it('waits for nothing that was skipped', () => {
    const echo = new Echo();
    echo.said('a');
    echo.said('ab');
    expect(echo.isEcho('ab')).toBe(true);
    expect(echo.isEcho('a')).toBe(false);
  });
});
