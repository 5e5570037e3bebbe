/** What of a question cannot be as its author wrote it: what is right must be right, must be possible to put, and must not be drawn already. */

import type { Mark } from '../../figures/marks.ts';
import { pathIn, placeIn } from '../../figures/state.ts';
import type { Problems, Spot } from '../../lesson/problems.ts';
import type { Path, Yaml } from '../../lesson/yaml-block.ts';
import { MatrixFailure } from '../../maths/matrix-parse.ts';
import type { QuestionOf } from '../../question.ts';
import { pathsOf } from './asked.ts';
import { MOST_WORK, readCondition, workOf } from './condition.ts';
import type { KnownPut } from './document.ts';
import { gradePoint } from './grade.ts';
import { type Judge, judgeOf } from './judge.ts';
import { lineIn, through } from './lines.ts';
import { answerFor, answerPut, nearestOnGrid } from './places.ts';
import { viewIn } from './plane.ts';
import type { Put } from './put.ts';

interface Told {
  yaml: Yaml;
  problems: Problems;
  /** where each of the others is written */
  places: readonly Path[];
  markSpot: ((mark: number) => Spot) | undefined;
}

/** The parts of a question that are looked at. */
type Read = Omit<QuestionOf<'point'>, 'costs'>;

/** @returns whether nothing is wrong */
export function checkPoint(read: Read, told: Told): boolean {
  const question = read as QuestionOf<'point'>;
  const { yaml, problems } = told;
  const judge = judgeOf(question);
  if (!conditionsFit(question, judge, told)) return false;
  const { form, key } = question;
  const tell = (path: Path, code: string): false => {
    problems.add(yaml.spot(path), `point.${code}`);
    return false;
  };
  if ('path' in key.answer && !pathsOf(question).includes(key.answer.path)) return tell(['path'], 'noPath');
  const handedIn = answerFor(question, key.answer);
  const result = handedIn && gradePoint(question, handedIn);
  if (result === null || result.outcome === 'invalid') return tell([form], 'outside');
  if (result.result !== 'pass') return tell([form], 'notRight');
  const near = nearestOnGrid(question);
  if (near === null || gradePoint(question, near).result !== 'pass') return tell(['snap'], 'grid');
  const others = (key.others ?? []).map(({ is, share }, index) => {
    const path = told.places[index] ?? [];
    // what is right comes first: a condition may well hold for it too
    if ('where' in is) return true;
    const { share: earned, other } = judge.earned(answerPut(question, is));
    if (earned === 1 && share < 1) return tell(path, share === 0 ? 'wrongIsRight' : 'idle');
    return other === key.others?.[index] || earned === 1 || tell(path, 'idle');
  });
  const marks = viewIn(question.figure).draw.slice(0, viewIn(question.figure).draw.length - question.paths);
  const shown = marks.findIndex((mark) =>
    drawnPuts(mark, question, judge).some((put) => judge.earned(put).share === 1),
  );
  if (shown >= 0) problems.add(told.markSpot?.(shown) ?? yaml.spot([]), 'point.shown');
  return shown < 0 && others.every(Boolean);
}

/** Whether every formula of every condition has a value, and not too much work. */
function conditionsFit(question: QuestionOf<'point'>, judge: Judge, { yaml, problems, places }: Told): boolean {
  const { condition, others = [] } = question.key;
  const all: { text: string; path: Path }[] = [
    ...(condition === undefined ? [] : [{ text: condition, path: ['right'] }]),
    ...others.flatMap(({ is }, index) =>
      'where' in is ? [{ text: is.where, path: [...(places[index] ?? []), 'where'] }] : [],
    ),
  ];
  let fits = true;
  for (const { text, path } of all) {
    try {
      if (workOf(readCondition(text), judge.scope) > MOST_WORK) problems.add(yaml.spot(path), 'point.long');
      else {
        judge.tried(text);
        continue;
      }
    } catch (error) {
      // a formula that does not fit is the author's to mend; anything else is ours
      if (!(error instanceof MatrixFailure)) throw error;
      const { code, at, params } = error.problem;
      problems.add(yaml.spot(path), code === 'name' ? 'drawing.unknown' : `matrix.${code}`, { ...params, at: at + 1 });
    }
    fits = false;
  }
  return fits;
}

/** What a mark shows, as it would be put: where that is right the plane tells the answer. */
function drawnPuts(mark: Mark, question: QuestionOf<'point'>, { scope }: Judge): Put[] {
  const { form } = question;
  const of = (known: KnownPut | null): Put[] =>
    known === null || 'where' in known ? [] : [answerPut(question, known)];
  // rows of a table have names of their own: they are data
  if (mark.each !== undefined) return [];
  if (form === 'point' && 'point' in mark) return of({ place: placeIn(scope, mark.point) });
  if (form === 'arrow' && 'arrow' in mark) {
    const from = placeIn(scope, mark.arrow.from ?? ['0', '0']);
    const to = placeIn(scope, 'along' in mark.arrow ? mark.arrow.along : mark.arrow.to);
    const place: [number, number] = 'along' in mark.arrow ? to : [to[0] - from[0], to[1] - from[1]];
    // one that stands elsewhere shows a direction, which is often what is given
    const stands = question.from === null || Math.hypot(from[0] - question.from[0], from[1] - question.from[1]) < 1e-9;
    return stands ? of({ place }) : [];
  }
  if (form !== 'line') return [];
  const ofTwo = (one: readonly [number, number], other: readonly [number, number]): Put[] => {
    const line = through(one, other);
    return of(line && { line: [...line] });
  };
  if ('line' in mark) {
    if ('through' in mark.line) {
      const [one, other] = mark.line.through.map((place) => placeIn(scope, place));
      return one && other ? ofTwo(one, other) : [];
    }
    const line = lineIn(mark.line.where, scope);
    return of(line && { line: [...line] });
  }
  if ('segment' in mark) return ofTwo(placeIn(scope, mark.segment.from), placeIn(scope, mark.segment.to));
  if ('path' in mark) {
    const [one, other, ...more] = pathIn(scope, mark.path);
    return one && other && more.length === 0 ? ofTwo(one, other) : [];
  }
  if ('curve' in mark && 'y' in mark.curve) {
    const line = lineIn(`y = ${mark.curve.y}`, scope);
    return of(line && { line: [...line] });
  }
  return [];
}
