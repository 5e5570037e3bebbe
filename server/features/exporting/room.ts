/** Whether a zip of ours that is taken out could come in again: the same limits, asked before there is a file. */
import { MOST } from '../../../domain/exchange/limits.ts';
import { type Remark, remark } from '../../../domain/exchange/remark.ts';

export interface Weighed {
  /** of texts and pictures, in bytes */
  size: number;
  pictures: number;
  texts: number;
}

/** What a zip says of each file beside the file itself, at most. */
const BESIDE = 512;

/** @returns why it could not; null: it fits */
export function tooMuchFor({ size, pictures, texts }: Weighed, what: 'questions' | 'course'): Remark | null {
  const files = pictures + texts + 3;
  const whole = size + files * BESIDE;
  if (whole > MOST.bytes) {
    const params = { size: Math.ceil(whole / 2 ** 20), most: MOST.bytes / 2 ** 20 };
    return remark(what === 'course' ? 'outFile.overCourse' : 'outFile.over', params);
  }
  if (pictures > MOST.pictures) return remark('outFile.manyPictures', { found: pictures, most: MOST.pictures });
  return files > MOST.entries ? remark('outFile.manyFiles', { found: files, most: MOST.entries }) : null;
}

export const weightOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
