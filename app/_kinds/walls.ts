/** What of a question stands on the wall beside its prompt and options, by kind: what a class has before it on its phones. */
import type { ComponentType } from 'react';
import type { QuestionKind, QuestionView, QuestionViewOf } from '../../domain/question.ts';
import { BlanksWall } from './blanks/wall.tsx';
import { FunctionWall } from './function/wall.tsx';
import { GapsWall } from './gaps/wall.tsx';
import { MatchWall } from './match/wall.tsx';
import { MathsWall } from './maths/wall.tsx';
import { MatrixWall } from './matrix/wall.tsx';
import { PointWall } from './point/wall.tsx';
import { SetWall } from './set/wall.tsx';

const walls: { readonly [K in QuestionKind]?: ComponentType<{ asked: QuestionViewOf<K> }> } = {
  match: MatchWall,
  gaps: GapsWall,
  maths: MathsWall,
  blanks: BlanksWall,
  function: FunctionWall,
  matrix: MatrixWall,
  set: SetWall,
  point: PointWall,
};

/** The board of a question's kind; it is handed a question of that kind only. */
export function wallOf({ kind }: { kind: QuestionKind }): ComponentType<{ asked: QuestionView }> | undefined {
  const all: Readonly<Partial<Record<QuestionKind, unknown>>> = walls;
  return all[kind] as ComponentType<{ asked: QuestionView }> | undefined;
}
