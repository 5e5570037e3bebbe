import { describe, expect, it } from 'vitest';
import { MOST } from '../../../domain/exchange/limits.ts';
import { tooMuchFor, weightOf } from './room.ts';

describe('what goes out as a zip of ours', () => {
  it('fits into what comes in, or is refused with what it would be', () => {
    expect(tooMuchFor({ size: MOST.bytes - 2 ** 20, pictures: 200, texts: 1_000 }, 'questions')).toBeNull();
    expect(tooMuchFor({ size: MOST.bytes, pictures: 0, texts: 1 }, 'questions')).toEqual({
      code: 'outFile.over',
      params: { size: 21, most: 20 },
    });
    expect(tooMuchFor({ size: MOST.bytes, pictures: 0, texts: 1 }, 'course')?.code).toBe('outFile.overCourse');
    expect(tooMuchFor({ size: 1, pictures: 201, texts: 1 }, 'course')?.code).toBe('outFile.manyPictures');
    expect(tooMuchFor({ size: 1, pictures: 200, texts: 1_798 }, 'course')?.code).toBe('outFile.manyFiles');
  });

  it('is weighed in bytes, not in letters', () => {
    expect(weightOf(['abc', 'é', '漢'])).toBe(8);
  });
});
