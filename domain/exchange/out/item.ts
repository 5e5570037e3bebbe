/** A question on its way out: taken apart, with its parts as Markdown of ours and what it asks in the form for all formats. */
import { kindOf } from '../../kinds/kinds.ts';
import { firstVariant } from '../../lesson/variants.ts';
import { readWritten } from '../../lesson/written/read-written.ts';
import type { WrittenQuestion } from '../../lesson/written/written.ts';
import type { Question } from '../../question.ts';
import { type Asked, ours, type Prose } from '../foreign.ts';
import { ItemRefused, type Remark, remark } from '../remark.ts';

/** A question as it is stored, and which of its pictures may be taken along. */
export interface Taken {
  id: string;
  version: number;
  title: string;
  tags: readonly string[];
  source: string;
  question: Question;
}

export interface OutItem {
  id: string;
  title: string;
  tags: readonly string[];
  prompt: Prose;
  asked: Asked;
  explanation: Prose | null;
  solution: Prose | null;
  hints: readonly Prose[];
  points: number;
  seconds: number;
  /** what no other program is told of it */
  remarks: readonly Remark[];
}

/** Attributes that no format holds. */
const OURS_ALONE = ['attempts', 'attempt-cost', 'hint-cost', 'solution-after'];

/** Throws ItemRefused where other programs have nothing like it. */
export function outItem({ id, title, tags, source, question }: Taken): OutItem {
  const variant = firstVariant(question);
  const written = readWritten(variant?.source ?? source);
  if (written === null) throw new ItemRefused('out.notApart');
  const { asked, remarks = [] } = kindOf(question).foreign(question, written);
  if (asked.form === 'refused') throw new ItemRefused(asked.reason.code, asked.reason.params);
  const prose = (text: string): Prose => ours(withDefinitions(text, written));
  const own = OURS_ALONE.filter((name) => written.attributes[name] !== undefined);
  return {
    id,
    title,
    tags,
    prompt: prose(written.prompt),
    asked,
    explanation: written.explanation === null ? null : prose(written.explanation),
    solution: written.solution === null ? null : prose(written.solution),
    hints: written.hints.map(prose),
    points: question.points,
    seconds: question.seconds,
    remarks: [
      ...(variant === null ? [] : [remark('out.variant', { values: variant.values })]),
      ...remarks,
      ...(question.key.misconceptions === undefined ? [] : [remark('out.misconceptions')]),
      ...(own.length === 0 ? [] : [remark('out.attributes', { names: own.join(', ') })]),
    ],
  };
}

/** Where its links lead may be written at its end. */
const withDefinitions = (text: string, { definitions }: WrittenQuestion): string =>
  definitions === '' ? text : `${text}\n\n${definitions}`;
