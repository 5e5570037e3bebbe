// @vitest-environment happy-dom
/** What stands in a player's field when the pad comes, after a reload too, and what is said of it. */
import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../domain/answer.ts';
import type { PlayerView, Receipt, ShownQuestion } from '../../../domain/live/views.ts';
import common from '../../../messages/en/common.json' with { type: 'json' };
import lesson from '../../../messages/en/lesson.json' with { type: 'json' };
import live from '../../../messages/en/live.json' with { type: 'json' };
import refusals from '../../../messages/en/refusals.json' with { type: 'json' };
import { number, playerView, receiptOf } from '../../../tests/support/player-view.ts';
import type { PlayerSeat } from '../../_features/live/use-player.ts';
import { AnswerPad } from './answer-pad.tsx';

afterEach(cleanup);

const NOTHING = { sending: undefined, recalled: undefined, waiting: false, complaint: undefined };
function show(view: PlayerView, seat: Partial<PlayerSeat>): void {
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, lesson, live, refusals }}>
      <AnswerPad
        view={view}
        seat={{ ...NOTHING, send: () => undefined, draft: () => undefined, ...seat } as PlayerSeat}
        over={false}
      />
    </NextIntlClientProvider>,
  );
}
const field = (): string => screen.getByLabelText<HTMLInputElement>('Your answer').value;
const pressed = (): string[] =>
  screen.queryAllByRole('button', { pressed: true }).map((one) => `${one.textContent}`[0] ?? '');
const said = (): string => `${screen.getByRole('status').textContent}`;
const letters = (...choices: string[]): Answer => ({ kind: 'choice', choices });
const option = (letter: string) => ({ letter, html: letter });
const choice: Partial<ShownQuestion> = { kind: 'choice', options: ['A', 'B', 'C'].map(option) };
const asking = (question: Partial<ShownQuestion>, receipt: Receipt | null = null, change: Partial<PlayerView> = {}) => {
  const view = playerView(change, receipt);
  return view.question === null ? view : { ...view, question: { ...view.question, ...question } };
};
const draftOf = (answer: Answer): Receipt => receiptOf('a-client', answer, { provisional: true });

describe('the field of a number', () => {
  it('has what an earlier page left, before what the server has, and says that it is not stored', () => {
    show(asking({}, draftOf(number('1'))), { recalled: number('12'), waiting: true });
    expect(field()).toBe('12');
    expect(said()).toBe('Not stored yet. It goes by itself when the connection is back.');
  });

  it('has what the server has as a draft, and says that it counts at the bell', () => {
    show(asking({}, draftOf(number('1'))), {});
    expect(field()).toBe('1');
    expect(said()).toMatch(/^Kept\. It counts at the bell/);
  });

  it('has what is being sent, before what was typed earlier', () => {
    show(asking({}, draftOf(number('1'))), { sending: number('5') });
    expect([field(), said()]).toEqual(['5', 'Sending …']);
  });

  it('has what was typed after an answer was stored, and the answer alone where the first one counts', () => {
    show(asking({}, receiptOf('a-client', number('5'))), { recalled: number('56') });
    expect([field(), said()]).toEqual(['56', 'Stored. You can change it until the bell.']);
    cleanup();
    show(asking({}, receiptOf('a-client', number('5')), { speed: true }), { recalled: number('56') });
    expect([field(), said()]).toEqual(['5', 'Stored. The first answer counts.']);
  });
});

describe('the options', () => {
  it('show what an earlier page sent, and no more once it was refused', () => {
    show(asking(choice), { sending: letters('B') });
    expect(pressed()).toEqual(['B']);
    cleanup();
    show(asking(choice), { complaint: 'tooLate' });
    expect(pressed()).toEqual([]);
  });

  it('where several are right show those that were picked and not sent', () => {
    show(asking({ ...choice, multiple: true }, draftOf(letters('A'))), { recalled: letters('A', 'C'), waiting: true });
    expect(pressed()).toEqual(['A', 'C']);
    cleanup();
    // after others had been sent, too
    show(asking({ ...choice, multiple: true }, receiptOf('a-client', letters('A'))), { recalled: letters('B') });
    expect(pressed()).toEqual(['B']);
  });

  it('where several are right show nothing that was taken off again', () => {
    show(asking({ ...choice, multiple: true }, draftOf(letters('A'))), { recalled: letters(), waiting: true });
    expect(pressed()).toEqual([]);
  });
});
