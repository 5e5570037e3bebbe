'use client';
/** A question in each state that it can be in. */
import { useTranslations } from 'next-intl';
import type { PracticeState } from '../../../../domain/practice.ts';
import type { QuestionViewOf } from '../../../../domain/question.ts';
import type { Verdict } from '../../../../domain/results/verdict.ts';
import { type KeptWork, NOTHING_KEPT, type QuestionActions, UNTOUCHED } from '../../../_features/lesson/card-types.ts';
import { QuestionCard } from '../../../_features/lesson/question-card.tsx';
import { Piece, Shelf } from './shelf.tsx';

const NUMBER: Omit<QuestionViewOf<'number'>, 'id'> = {
  kind: 'number',
  role: 'exercise',
  number: 1,
  title: 'One step, by hand',
  points: 2,
  promptHtml: '<p>What is the slope of the parabola at 1.2?</p>',
  hintCount: 1,
  attempts: 3,
  solutionAfter: null,
  seconds: 40,
  unit: null,
  costs: { attempt: 0.5, hint: 0.5 },
};
/** Nothing is handed in here. */
const refused = async () => ({ ok: false, refused: 'notNow' }) as const;
export const NOBODY_ANSWERS: QuestionActions = {
  keep: () => undefined,
  run: refused,
  submit: refused,
  revealHint: refused,
  dismiss: () => undefined,
};

const answer = { kind: 'number', value: '2.4' } as const;
const verdict = (change: Partial<Verdict>): Verdict => ({
  outcome: 'graded',
  result: 'pass',
  points: 2,
  maxPoints: 2,
  tests: [],
  feedback: [],
  signature: '',
  slips: [],
  ...change,
});
const judged = (change: Partial<Verdict> | null, more: Partial<PracticeState> = {}): Partial<PracticeState> => ({
  draft: answer,
  draftSavedAt: '2026-03-14T09:26:53.589Z',
  attemptsUsed: 1,
  last: {
    id: 'last',
    at: '2026-03-14T09:26:53.589Z',
    answer,
    changed: false,
    verdict: change === null ? null : verdict(change),
  },
  ...more,
});

const WRONG = { result: 'fail', points: 0 } as const;
const STATES: Record<string, { state: Partial<PracticeState>; kept?: Partial<KeptWork> }> = {
  untouched: { state: {} },
  saved: { state: { draft: answer, draftSavedAt: '2026-03-14T09:26:53.589Z' } },
  onDevice: { state: { draft: answer }, kept: { handedIn: 'onDevice' } },
  graded: { state: judged(null) },
  right: {
    state: judged({}, { bestPoints: 2, explanationHtml: '<p>The slope of a parabola is twice the place.</p>' }),
  },
  partly: { state: judged({ result: 'partial', points: 1 }, { bestPoints: 1 }) },
  notRight: { state: judged(WRONG, { bestPoints: 0, hintsShown: ['<p>Differentiate first.</p>'] }) },
  undecided: { state: judged({ result: 'undecided', points: 0 }) },
  unread: { state: judged({ outcome: 'invalid', points: 0 }, { attemptsUsed: 0 }) },
  failed: { state: judged({ outcome: 'failed', points: 0 }) },
  untold: {
    state: {
      ...judged(null),
      last: { id: 'last', at: '2026-03-14T09:26:53.589Z', answer, changed: false, verdict: null, untold: true },
      given: { takes: 'counts', untold: { until: '2026-03-20T17:00:00.000Z' } },
    },
  },
  practice: { state: judged({}, { attemptsUsed: 3, given: { takes: 'practice' } }) },
  closed: { state: judged(WRONG, { bestPoints: 0, given: { takes: 'nothing' } }) },
  spent: { state: judged(WRONG, { attemptsUsed: 3, bestPoints: 0, solutionHtml: '<p>2 · 1.2 = 2.4</p>' }) },
};

export function Questions() {
  const t = useTranslations('desk.pieces');
  return (
    <Shelf title={t('questions')}>
      {Object.entries(STATES).map(([name, { state, kept }]) => (
        <Piece key={name} called={t('question', { state: name })}>
          <QuestionCard
            question={{ ...NUMBER, id: `piece-${name}` }}
            state={{ ...UNTOUCHED, version: 1, ...state }}
            actions={NOBODY_ANSWERS}
            kept={{ ...NOTHING_KEPT, ...kept }}
          />
        </Piece>
      ))}
    </Shelf>
  );
}
