/** What a card says and allows before it is handed in: what is newest, what it can still earn, and whose work it is. */
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import common from '../../../messages/en/common.json' with { type: 'json' };
import lesson from '../../../messages/en/lesson.json' with { type: 'json' };
import maths from '../../../messages/en/maths.json' with { type: 'json' };
import refusals from '../../../messages/en/refusals.json' with { type: 'json' };
import { type KeptWork, NOTHING_KEPT, type QuestionActions, UNTOUCHED } from './card-types.ts';
import { QuestionCard } from './question-card.tsx';

const asked = {
  id: 'q',
  role: 'exercise',
  number: 1,
  title: 'T',
  points: 2,
  promptHtml: '<p>?</p>',
  hintCount: 0,
  attempts: 3,
  solutionAfter: null,
  seconds: 30,
} as const;
const number: QuestionViewOf<'number'> = { kind: 'number', ...asked, unit: null, costs: { attempt: 0.5, hint: 0 } };
const STARTER = 'def f(x):\n    return x\n';
const code: QuestionViewOf<'function'> = {
  kind: 'function',
  ...asked,
  language: 'python',
  entry: 'f',
  examples: [],
  hiddenTests: 1,
  starter: STARTER,
};
const actions: QuestionActions = {
  keep: vi.fn(),
  run: vi.fn(),
  submit: vi.fn(),
  revealHint: vi.fn(),
  dismiss: vi.fn(),
};

/** The card's markup. */
function card(
  question: typeof number | typeof code,
  state: Partial<PracticeState> = {},
  kept: Partial<KeptWork> = {},
  more: { pointless?: boolean } = {},
): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, lesson, maths, refusals }}>
      <QuestionCard
        question={question}
        state={{ ...UNTOUCHED, version: 1, ...state }}
        actions={actions}
        kept={{ ...NOTHING_KEPT, ...kept }}
        {...more}
      />
    </NextIntlClientProvider>,
  );
}

describe('what is told of what was written', () => {
  const older = { draft: { kind: 'number' as const, value: '1' }, draftSavedAt: new Date(100_000).toISOString() };
  it('is the draft of another device, but not where something newer waits on this one', () => {
    expect(card(number, older)).toContain('Draft saved');
    for (const handedIn of ['onDevice', 'onPage'] as const) {
      const shown = card(number, older, { handedIn });
      expect(shown).toMatch(/Your answer is (?:kept on this device|not handed in yet)/);
      expect(shown).not.toContain('Draft saved');
    }
  });
});

describe('what the next attempt can earn', () => {
  it('is told while there is something to earn, and not once all points are there', () => {
    const next = 'Your next attempt can earn';
    expect(card(number, { attemptsUsed: 1, bestPoints: null })).toContain(`${next} 1.5 points`);
    expect(card(number, { attemptsUsed: 1, bestPoints: 1 })).toContain(next);
    expect(card(number, { attemptsUsed: 1, bestPoints: 2 })).not.toContain(next);
  });
});

describe('a wrong answer', () => {
  it('is “not yet” right while there are attempts, and not right after the last', () => {
    const wrong = (attemptsUsed: number): string =>
      card(number, {
        attemptsUsed,
        bestPoints: 0,
        last: {
          changed: false,
          answer: { kind: 'number', value: '1' },
          id: 's',
          at: new Date(1).toISOString(),
          verdict: {
            outcome: 'graded',
            result: 'fail',
            points: 0,
            maxPoints: 2,
            tests: [],
            feedback: [],
            signature: '',
            slips: [],
          },
        },
      });
    expect(wrong(1)).toContain('Not yet: 0 of 2 points.');
    expect(wrong(3)).toContain('Not right: 0 of 2 points.');
  });
});

describe('what an activity says', () => {
  const sent = {
    id: 's',
    at: new Date(1).toISOString(),
    answer: { kind: 'number' as const, value: '1' },
    changed: false,
  };
  it('is that nothing is told yet, that it is practice, or that nothing is taken any more', () => {
    const untold = card(number, {
      attemptsUsed: 1,
      last: { ...sent, verdict: null, untold: true },
      given: { takes: 'counts', untold: { until: new Date(0).toISOString() } },
    });
    expect(untold).toContain('What came of it is shown from');
    expect(untold).not.toContain('Being graded');
    const spent = { attemptsUsed: 3, last: { ...sent, verdict: null, practice: true as const } };
    const practice = card(number, { ...spent, given: { takes: 'practice' } });
    expect(practice).toContain('Practice: it is graded, and counts nowhere.');
    expect(practice).not.toContain('All 3 attempts used');
    expect(practice).not.toMatch(/<input[^>]*disabled/);
    expect(card(number, { ...spent, given: { takes: 'nothing' } })).toMatch(/<input[^>]*disabled/);
  });
});

describe('what is practised again', () => {
  it('tells no points and no costs, and once that it counts nowhere', () => {
    const verdict = {
      ...{ outcome: 'graded' as const, result: 'fail' as const, points: 0, maxPoints: 2 },
      ...{ feedback: [], signature: '', slips: [] },
      tests: [{ id: 'a', name: 'A', visible: true, passed: false, points: 0, maxPoints: 2, feedback: [] }],
    };
    const answer = { kind: 'number' as const, value: '1' };
    const last = { id: 's', at: new Date(1).toISOString(), answer, changed: false, verdict, practice: true as const };
    const asked = { ...number, hintCount: 1, costs: { attempt: 0.5, hint: 0.25 } };
    const shown = card(asked, { last, given: { takes: 'practice' } }, {}, { pointless: true });
    expect(shown).toContain('Not yet.');
    expect(shown).toContain('Hint (1 of 1)');
    expect(shown.match(/counts nowhere/g)).toHaveLength(1);
    expect(shown).not.toMatch(/point|costs|0\/2/i);
    // a lesson tells them
    const inLesson = card(asked, { last: { id: 's', at: last.at, answer, changed: false, verdict } });
    expect(inLesson).toContain('costs 0.25 points');
    expect(inLesson).toContain('0/2');
  });
});

describe('a starter', () => {
  /** Whether a button of the card may be pressed. */
  const may = (markup: string, name: string): boolean => {
    const button = new RegExp(`<button[^>]*>(?:(?!</button>).)*${name}`).exec(markup)?.[0];
    if (button === undefined) throw new Error(`there is no button ${name}`);
    return !button.includes('aria-disabled="true"');
  };
  const written = (text: string): string =>
    card(code, { draft: { kind: 'function', code: text }, draftSavedAt: new Date(1).toISOString() });
  it('may be run as it came, and is handed in once something of one’s own stands there', () => {
    for (const untouched of [card(code), written(STARTER), written(`\n${STARTER}\n\n`)])
      expect([may(untouched, 'Run'), may(untouched, 'Submit')]).toEqual([true, false]);
    const own = written(STARTER.replace('return x', 'return 2 * x'));
    expect([may(own, 'Run'), may(own, 'Submit')]).toEqual([true, true]);
  });
});
