// @vitest-environment happy-dom
/** What a card does: which text stands in its field, what becomes of it when the question changes, what is told. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { useCallback } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../../domain/answer.ts';
import { hasContent } from '../../../domain/kinds/asked.ts';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import { beginWith, taken } from './begin.ts';
import { type KeptWork, NOTHING_KEPT, type QuestionActions, UNTOUCHED } from './card-types.ts';
import { useQuestion } from './use-question.ts';

afterEach(cleanup);

const common = {
  id: 'q',
  role: 'check',
  number: 1,
  title: 'T',
  points: 1,
  promptHtml: '<p>?</p>',
  hintCount: 0,
  attempts: 2,
  solutionAfter: null,
  seconds: 30,
} as const;
const number: QuestionViewOf<'number'> = { kind: 'number', ...common, unit: null };
const choice: QuestionViewOf<'choice'> = {
  kind: 'choice',
  ...common,
  multiple: false,
  options: [
    { letter: 'A', html: 'one' },
    { letter: 'B', html: 'two' },
  ],
};
const swapped = {
  ...choice,
  options: choice.options.map((one, at) => ({ ...one, html: choice.options[1 - at]?.html ?? '' })),
};

const actions = (change: Partial<QuestionActions> = {}): QuestionActions => ({
  keep: vi.fn(),
  run: vi.fn(),
  submit: vi.fn(async () => ({ ok: true as const, state: null })),
  revealHint: vi.fn(),
  dismiss: vi.fn(),
  ...change,
});
const state = (change: Partial<PracticeState> = {}): PracticeState => ({ ...UNTOUCHED, version: 1, ...change });
const kept = (answer: Answer, writtenAt: number, change: Partial<KeptWork> = {}): KeptWork => ({
  ...NOTHING_KEPT,
  written: { entry: { answer, writtenAt }, sameVersion: true },
  draft: 'onDevice',
  ...change,
});

interface Props {
  question: QuestionViewOf<'number'>;
  state: PracticeState;
  kept?: KeptWork;
}
function numberCard(first: Props, of: QuestionActions | null = actions()) {
  return renderHook(
    (props: Props) => {
      const { question } = props;
      const begin = useCallback(
        (now: PracticeState, written: KeptWork['written']) => beginWith(question, now, written),
        [question],
      );
      return useQuestion({
        ...props,
        actions: of,
        begin,
        takeOver: (answer) => taken(question, answer),
        isOwn: (_asked, answer) => hasContent(answer),
      });
    },
    { initialProps: first },
  );
}

const at = (seconds: number): string => new Date(seconds * 1000).toISOString();

describe('what stands in a field', () => {
  it('is the newest of what the server and this device have', () => {
    const saved = { draft: { kind: 'number' as const, value: 'server' }, draftSavedAt: at(100) };
    const held = { kind: 'number' as const, value: 'device' };
    expect(
      numberCard({ question: number, state: state(saved), kept: kept(held, 101_000) }).result.current.answer,
    ).toEqual(held);
    expect(
      numberCard({ question: number, state: state(saved), kept: kept(held, 99_000) }).result.current.answer,
    ).toEqual({
      kind: 'number',
      value: 'server',
    });
    expect(numberCard({ question: number, state: state(), kept: kept(held, 1) }).result.current.answer).toEqual(held);
  });

  it('is what storage gives a moment after the page came, unless somebody has begun to write', () => {
    const card = numberCard({ question: number, state: state() });
    const late = kept({ kind: 'number', value: 'device' }, 5);
    card.rerender({ question: number, state: state(), kept: late });
    expect(card.result.current.answer).toEqual({ kind: 'number', value: 'device' });
    const busy = numberCard({ question: number, state: state() });
    act(() => busy.result.current.write({ kind: 'number', value: 'typing' }));
    busy.rerender({ question: number, state: state(), kept: late });
    expect(busy.result.current.answer).toEqual({ kind: 'number', value: 'typing' });
  });

  it('stays as it was sent, though the page was read before and knows an older draft', () => {
    const read = state({ draft: { kind: 'number', value: 'before' }, draftSavedAt: at(100) });
    const card = numberCard({
      question: number,
      state: read,
      kept: kept({ kind: 'number', value: 'offline' }, 105_000),
    });
    expect(card.result.current.answer).toEqual({ kind: 'number', value: 'offline' });
    const sent = { ...NOTHING_KEPT, savedAt: at(105) };
    card.rerender({ question: number, state: read, kept: sent });
    expect(card.result.current.answer).toEqual({ kind: 'number', value: 'offline' });
    // a state that was read before it was stored, and comes after
    card.rerender({ question: number, state: { ...read, version: 2 }, kept: sent });
    expect(card.result.current.answer).toEqual({ kind: 'number', value: 'offline' });
    // written on another device since
    const elsewhere = state({ version: 3, draft: { kind: 'number', value: 'elsewhere' }, draftSavedAt: at(110) });
    card.rerender({ question: number, state: elsewhere, kept: sent });
    expect(card.result.current.answer).toEqual({ kind: 'number', value: 'elsewhere' });
  });

  it('stays empty where it was emptied, whatever was handed in before', () => {
    const last = { id: 's', at: at(1), answer: { kind: 'number' as const, value: '1' }, verdict: null, changed: false };
    const cleared = state({ last, draft: { kind: 'number', value: '' }, draftSavedAt: at(2) });
    expect(numberCard({ question: number, state: cleared }).result.current.answer).toEqual({
      kind: 'number',
      value: '',
    });
  });

  it('is no letter of another wording, neither of a draft nor of what was handed in', () => {
    const last = {
      id: 's',
      at: at(1),
      answer: { kind: 'choice' as const, choices: ['A'] },
      verdict: null,
      changed: true,
    };
    const begin = (now: PracticeState, written: KeptWork['written']) => beginWith(swapped, now, written);
    expect(begin(state({ last }), null)).toEqual({ kind: 'choice', choices: [] });
    expect(
      begin(state(), { entry: { answer: { kind: 'choice', choices: ['A'] }, writtenAt: 1 }, sameVersion: false }),
    ).toEqual({
      kind: 'choice',
      choices: [],
    });
    expect(begin(state({ last: { ...last, changed: false } }), null)).toEqual({ kind: 'choice', choices: ['A'] });
  });
});

describe('each change', () => {
  it('is kept at once, also when everything was taken off again', () => {
    const of = actions();
    const card = numberCard({ question: number, state: state() }, of);
    act(() => card.result.current.write({ kind: 'number', value: '1' }));
    act(() => card.result.current.write({ kind: 'number', value: '' }));
    expect(of.keep).toHaveBeenCalledTimes(2);
    expect(of.keep).toHaveBeenLastCalledWith({ kind: 'number', value: '' });
  });
});

describe('handing in', () => {
  it('leaves the card free where it is only kept so far, and a refusal for good is told until it is read', async () => {
    const of = actions();
    const card = numberCard({ question: number, state: state() }, of);
    act(() => card.result.current.write({ kind: 'number', value: '1' }));
    await act(() => card.result.current.submit());
    expect(card.result.current).toMatchObject({ busy: null, refused: null, answer: { kind: 'number', value: '1' } });
    card.rerender({ question: number, state: state(), kept: { ...NOTHING_KEPT, refused: 'noAttemptsLeft' } });
    expect(card.result.current.refused).toEqual({ ok: false, refused: 'noAttemptsLeft' });
    act(() => card.result.current.dismiss());
    expect(of.dismiss).toHaveBeenCalled();
  });

  it('shows the newest state, whether it came as the reply or before it', async () => {
    const of = actions({ submit: async () => ({ ok: true, state: state({ version: 5, attemptsUsed: 1 }) }) });
    const card = numberCard({ question: number, state: state({ version: 1 }) }, of);
    await act(() => card.result.current.submit());
    expect(card.result.current.state.attemptsUsed).toBe(1);
    card.rerender({ question: number, state: state({ version: 3, attemptsUsed: 0 }) });
    expect(card.result.current.state.attemptsUsed).toBe(1);
  });
});

describe('a question that changes while it is open', () => {
  it('keeps what was typed in the field and beside it, and says so', () => {
    const card = numberCard({ question: number, state: state() });
    act(() => card.result.current.write({ kind: 'number', value: '2.4' }));
    card.rerender({ question: { ...number, promptHtml: '<p>Another</p>' }, state: state() });
    expect(card.result.current).toMatchObject({
      changed: true,
      answer: { kind: 'number', value: '2.4' },
      earlier: { answer: { kind: 'number', value: '2.4' }, question: { promptHtml: '<p>?</p>' } },
    });
  });

  it('says nothing where only its place, its name or its hints have', () => {
    const card = numberCard({ question: number, state: state() });
    act(() => card.result.current.write({ kind: 'number', value: '2.4' }));
    card.rerender({ question: { ...number, number: 4, title: 'Other', hintCount: 2 }, state: state() });
    expect(card.result.current).toMatchObject({
      changed: false,
      earlier: null,
      answer: { kind: 'number', value: '2.4' },
    });
  });
});
