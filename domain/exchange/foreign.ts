/**
 * What a file of another program says, in one form for all formats: items as they were meant there, before anything is made to fit.
 * Each format has a folder that reads it into this; `author/` writes questions of ours from it.
 */
import type { QuizSettings } from '../quiz/settings.ts';
import type { Remark } from './remark.ts';

export type Format =
  | 'nabla'
  | 'gift'
  | 'aiken'
  | 'moodle-xml'
  | 'qti-1.2'
  | 'qti-2'
  | 'kahoot-sheet'
  | 'wayground-sheet'
  | 'blooket-sheet'
  | 'gimkit-sheet'
  | 'text2qti'
  | 'razzia-json'
  | 'olx'
  | 'h5p'
  | 'r-exams';

/** A text of a file, in the notation of that file. */
export interface Prose {
  /** `moodle`: plain text in which there may be HTML, and a blank line begins a paragraph */
  as: 'html' | 'plain' | 'markdown' | 'moodle';
  text: string;
  /** a single `$` begins maths; elsewhere it is money */
  dollars?: boolean;
  /** what a picture's address stands for; null: it is not in the file */
  picture?: (address: string) => Uint8Array | null;
}

/** A picture of an item: its bytes, or null where the file does not hold them. */
export interface Picture {
  /** the address that stands for it in the item's Markdown until it is stored; null: it is not there */
  id: string | null;
  name: string;
  alt: string;
  bytes: Uint8Array | null;
}

/** Where in the file an item stands, counted from 1. */
export interface Place {
  unit: 'line' | 'row' | 'question';
  number: number;
  /** within an archive */
  file?: string;
}

/** An option; its weight is a share of full marks, -1 … 1. */
export interface Weighted {
  text: Prose;
  weight: number;
  feedback: Prose | null;
}

/** All numbers between two; an end that is `open` does not belong to it. */
export interface DecimalRange {
  low: Decimal;
  high: Decimal;
  open?: 'low' | 'high' | 'both';
  /** as two ends, not as a value and what it may differ by */
  asEnds?: true;
}

/** What is known as a number; null: whatever else comes. */
export interface WeightedRange {
  range: DecimalRange | null;
  weight: number;
  feedback: Prose | null;
}

/** A number as decimals are written: a whole number of so many decimal places. */
export interface Decimal {
  digits: bigint;
  places: number;
}

/** A text that is accepted, or wrong and known. */
export interface WeightedText {
  text: string;
  weight: number;
  feedback: Prose | null;
}

/** One gap of a text; `weight`: how often it counts, left out: once. */
export type Gap = { weight?: number } & (
  | { takes: 'option' | 'options'; options: readonly Weighted[] }
  | { takes: 'range'; ranges: readonly WeightedRange[] }
  | { takes: 'words'; texts: readonly WeightedText[]; capitals: boolean }
);

/** What a test of a function calls and expects, as values. */
export interface CallTest {
  call: readonly unknown[];
  expect: unknown;
  hidden: boolean;
  points: number;
}

/** What is asked, and what is right. */
export type Asked =
  | {
      form: 'options';
      options: readonly Weighted[];
      several: boolean;
      /** of several right ones: all of them or nothing; a share each, of which a wrong one takes one back; else by their weights */
      credit?: 'all' | 'shares';
      /** nobody said what is right, and that is meant so */
      poll?: boolean;
    }
  | { form: 'ranges'; ranges: readonly WeightedRange[]; unit: string | null }
  | { form: 'words'; texts: readonly WeightedText[]; capitals: boolean }
  /** in their right order */
  | { form: 'sequence'; items: readonly Prose[] }
  | { form: 'pairs'; pairs: readonly { left: Prose; right: Prose }[]; distractors: readonly Prose[] }
  /** the prompt has a `gapMark` in each of their places */
  | { form: 'gapped'; gaps: readonly Gap[] }
  | { form: 'free' }
  | {
      form: 'code';
      language: 'python' | 'javascript';
      entry: string;
      starter: string;
      solution: string;
      tests: readonly CallTest[];
    }
  /** text in which nothing is asked */
  | { form: 'note' }
  | { form: 'refused'; reason: Remark };

/** Words on a result as a whole. The sign stands before them here, where everybody reads them: words of ours would be in another language. */
export interface ResultWords {
  sign: '✓' | '◐' | '✗';
  words: Prose;
}

export interface ForeignItem {
  at: Place;
  /** which question of ours it was when it went out; null or left out: that is not told */
  id?: string | null;
  /** may be empty: then the first words of the prompt are */
  title: string;
  prompt: Prose;
  asked: Asked;
  /** told after the answer, whatever it was */
  feedback: readonly Prose[];
  /** told there only to who was right, partly right or wrong, by its sign */
  byResult?: readonly ResultWords[];
  hints: readonly Prose[];
  points?: number;
  seconds?: number;
  /** by which it is found again there */
  tags?: readonly string[];
  /** what is changed or left out already */
  remarks: readonly Remark[];
}

/** A question that is written as ours are: nothing of it is changed. */
export interface OwnItem {
  at: Place;
  title: string;
  /** in which its pictures are `heldPicture`s */
  source: string;
  pictures: readonly Picture[];
  tags: readonly string[];
  /** which version of which question it was in the bank that it comes from; null: it was written by hand */
  origin: { id: string; version: number } | null;
  /** why it cannot be taken; empty: it can */
  remarks: readonly Remark[];
}

/** What a catalogue says of a misconception that questions name by its id. */
export interface NamedMisconception {
  id: string;
  name: string;
  /** Markdown */
  words: string;
}

/** A quiz of a file: which of its items are asked, in this order. */
export interface ForeignQuiz {
  title: string;
  /** how it is played and given */
  settings: QuizSettings;
  questions: readonly {
    /** among the items, from 0 */
    item: number;
    /** its id in the quiz */
    name: string;
    seconds: number | null;
    points: number | null;
  }[];
}

export interface ForeignFile {
  format: Format;
  /** of the whole; null: it has none */
  title: string | null;
  items: readonly ForeignItem[];
  remarks: readonly Remark[];
}

/** The same of a file whose questions are written as ours are. */
export interface OwnFile extends Omit<ForeignFile, 'items'> {
  items: readonly OwnItem[];
  quizzes: readonly ForeignQuiz[];
  misconceptions: readonly NamedMisconception[];
}

/** An accepted text of a format in which a star is a star; elsewhere it stands for any letters. */
export const literal = (text: string): string => text.replaceAll('*', '\\*');

export const plain = (text: string): Prose => ({ as: 'plain', text });

/** Where a gap is in a text, by its number from 1: signs that no text has. */
export const gapMark = (number: number): string => `\uE010${number}\uE011`;
export const GAP = /\uE010(\d+)\uE011/g;

/** A text of ours: Markdown in which a dollar begins maths. */
export const ours = (text: string): Prose => ({ as: 'markdown', text, dollars: true });

/** A question of ours in the form for all formats, on its way out. */
export interface Leaving {
  asked: Asked;
  /** what that form cannot say */
  remarks?: readonly Remark[];
}

/** Other programs have nothing like it. */
export const withoutForm = (code: string): Leaving => ({
  asked: { form: 'refused', reason: { code, params: {} } },
});
