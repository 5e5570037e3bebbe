// @vitest-environment happy-dom
/** A field while what stood in it is on its way: who goes on writing keeps their place. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it, vi } from 'vitest';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import common from '../../../messages/en/common.json' with { type: 'json' };
import lesson from '../../../messages/en/lesson.json' with { type: 'json' };
import maths from '../../../messages/en/maths.json' with { type: 'json' };
import refusals from '../../../messages/en/refusals.json' with { type: 'json' };
import { PATIENT } from '../../../tests/support/guard.ts';
import { type QuestionActions, UNTOUCHED } from './card-types.ts';
import { QuestionCard } from './question-card.tsx';

afterEach(cleanup);

const number: QuestionViewOf<'number'> = {
  kind: 'number',
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
  unit: null,
  costs: { attempt: 0, hint: 0 },
};
const draft = { draft: { kind: 'number' as const, value: '4' }, draftSavedAt: new Date(1).toISOString() };

/** The card, and what ends the submission that is on its way. */
function handedIn(state: Partial<PracticeState>): { arrive(): Promise<void> } {
  const reply = Promise.withResolvers<Awaited<ReturnType<NonNullable<QuestionActions['submit']>>>>();
  const actions: QuestionActions = {
    keep: vi.fn(),
    run: vi.fn(),
    submit: () => reply.promise,
    revealHint: vi.fn(),
    dismiss: vi.fn(),
  };
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, lesson, maths, refusals }}>
      <QuestionCard question={number} state={{ ...UNTOUCHED, version: 1, ...draft, ...state }} actions={actions} />
    </NextIntlClientProvider>,
  );
  return { arrive: () => act(async () => reply.resolve({ ok: true, state: null })) };
}
const field = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox');
const button = (): HTMLElement => screen.getByRole('button');
const press = (): Promise<void> => act(async () => button().click());
const isIdle = (): boolean => button().getAttribute('aria-disabled') === 'true';

it('stays open and keeps the focus while its answer is on the way, and hands in once', async () => {
  const { arrive } = handedIn({});
  field().focus();
  await press();
  await vi.waitFor(() => expect(isIdle()).toBe(true), PATIENT);
  expect(field().disabled).toBe(false);
  expect(document.activeElement).toBe(field());
  await arrive();
  expect(isIdle()).toBe(false);
});

it('is open while its answer is graded, unless that may have been the last attempt', () => {
  const last = { id: 's', at: new Date(2).toISOString(), answer: draft.draft, verdict: null, changed: false };
  handedIn({ attemptsUsed: 1, last });
  expect(field().disabled).toBe(false);
  expect(isIdle()).toBe(true);
  cleanup();
  handedIn({ attemptsUsed: 2, last });
  expect(field().disabled).toBe(true);
});

it('is closed at once with the last attempt', async () => {
  handedIn({ attemptsUsed: 2 });
  await press();
  await vi.waitFor(() => expect(field().disabled).toBe(true), PATIENT);
});
