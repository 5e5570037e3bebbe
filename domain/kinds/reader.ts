/** What a reader of one kind of question is given, and what it gives back. */
import type { z } from 'zod';
import type { SpecialAttribute } from '../lesson/attributes.ts';
import type { ReadDirective } from '../lesson/directive.ts';
import type { FenceRole } from '../lesson/fence-roles.ts';
import type { Problems } from '../lesson/problems.ts';
import type { Renderer } from '../lesson/render.ts';
import type { question } from '../question.ts';

export interface Workshop {
  directive: ReadDirective;
  problems: Problems;
  renderer: Renderer;
  /** names that the whole question draws; its tests have others */
  drawn?: readonly string[] | undefined;
}

/** Fields of a question that are read in the same way for every kind. */
export interface CommonFields {
  id: string;
  role: 'exercise' | 'check';
  number: number;
  title: string;
  promptHtml: string;
  hintCount: number;
  attempts: number | null;
  solutionAfter: number | null;
  costs?: { attempt: number; hint: number };
  seconds: number;
}

export interface CommonKey {
  hints: string[];
  solutionHtml: string | null;
  explanationHtml: string | null;
}

type Written = z.input<typeof question>;
type WrittenOf<K extends Written['kind']> = Extract<Written, { kind: K }>;

/** Reads what is particular to a kind. Null where it cannot be read; the problems are then told. */
export interface KindReader<K extends Written['kind']> {
  /** attributes and fenced blocks that this kind has, beside the common ones */
  attributes: readonly SpecialAttribute[];
  fences: readonly FenceRole[];
  /** what stands before an option, where it is not `[x]` or `[ ]` */
  box?: RegExp;
  /** seconds in a live round, unless told */
  seconds: number;
  read(shop: Workshop, fields: CommonFields, key: CommonKey): WrittenOf<K> | null;
}
