'use client';
/** A plane with what was put into it, to look at: the class's answers, one's own, what is right. */
import type { AnswerOf } from '../../../domain/answer.ts';
import { type Drawn, drawnLabel, drawnOf, placesIn } from '../../../domain/kinds/point/drawn.ts';
import type { Within } from '../../../domain/kinds/point/lines.ts';
import { coordinate } from '../../../domain/kinds/point/put.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import { Drawing, type Marked } from './drawing.tsx';
import { PutPlane } from './plane.tsx';

/** By its label, as rooms count it, or as it was handed in. */
export type Labelled = Omit<Marked, 'drawn'> & ({ label: string } | { answer: AnswerOf<'point'> });

export function ShownPlane({
  question,
  marked,
  large = false,
}: {
  question: QuestionViewOf<'point'>;
  marked: readonly Labelled[];
  large?: boolean;
}) {
  // of paths the last one that is named stands out
  const last = question.form === 'path' ? marked.at(-1) : undefined;
  const letter = last && ('label' in last ? last.label : last.answer.put.path);
  return (
    <PutPlane
      question={question}
      path={last === undefined || letter === undefined ? null : { letter, look: last.look }}
      large={large}
    >
      {(box, seen) => <Drawing marked={marked.flatMap((one) => drawn(one, question, seen))} box={box} />}
    </PutPlane>
  );
}

function drawn(one: Labelled, question: QuestionViewOf<'point'>, seen: Within): Marked[] {
  const found: Drawn | null =
    'label' in one
      ? drawnLabel(question, one.label, seen)
      : drawnOf(question, placesIn(question, one.answer, coordinate), seen);
  return found === null ? [] : [{ ...one, drawn: found }];
}
