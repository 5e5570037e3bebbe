/** What the host is told beside the question: an address that no phone can reach, and places only where there are any. */
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { Phase } from '../../../../../domain/live/state.ts';
import { DEFAULT_SETTINGS, openingState } from '../../../../../domain/live/state.ts';
import { hostViewOf } from '../../../../../domain/live/view/host.ts';
import common from '../../../../../messages/en/common.json' with { type: 'json' };
import desk from '../../../../../messages/en/desk.json' with { type: 'json' };
import live from '../../../../../messages/en/live.json' with { type: 'json' };
import { ANSWERS, given, JOIN, playedRound, roomOf } from '../../../../../tests/support/live-questions.ts';
import { Stage } from './stage.tsx';

/** The words of a room with two players, who answered the one question so far; and of its address. */
function words(phase: Phase, answers: ('right' | 'wrong')[] = [], joinUrl: string = JOIN.joinUrl): string {
  const state = {
    ...openingState([{ questionId: 'choice', seconds: 20 }], DEFAULT_SETTINGS),
    phase,
    rounds: answers.length === 0 ? [] : [playedRound('choice')],
  };
  const stored = answers.map((is, at) => given(`p${at + 1}`, ANSWERS.choice[is], 1_000));
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, desk, live }}>
      <Stage
        view={hostViewOf(roomOf(state, [[0, stored]]), { ...JOIN, joinUrl })}
        onSpecimen={vi.fn()}
        onCommand={vi.fn()}
      />
    </NextIntlClientProvider>,
  );
  return markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

it('says that phones cannot reach an address that leads each of them to itself, and of no other', () => {
  const told = 'Phones cannot reach this address';
  for (const own of ['localhost:4000', '127.0.0.1:4000', '127.0.1.1', '[::1]:4000'])
    expect(words('lobby', [], `http://${own}/join`), own).toContain(told);
  for (const other of ['192.168.1.27:4000', 'classroom.test', '10.127.0.1', '[fe80::1]:4000'])
    expect(words('lobby', [], `http://${other}/join`), other).not.toContain(told);
});

it('gives places in the standings once somebody has a point', () => {
  expect(words('standings', ['right', 'wrong'])).toMatch(/1\. Name p1 .* 2\. Name p2/);
  for (const phase of ['standings', 'podium'] as const) {
    expect(words(phase, ['wrong', 'wrong'])).toMatch(/Name p1 .*Name p2/);
    expect(words(phase, ['wrong', 'wrong'])).not.toMatch(/\d\. /);
  }
});

it('tells the host at the reveal what is said of wrong answers, and before it neither that nor which are right', () => {
  const note = 'SECRET-note-choice';
  expect(words('reveal', ['right', 'wrong'])).toContain(note);
  for (const phase of ['question', 'discuss'] as const) expect(words(phase, ['right', 'wrong'])).not.toContain(note);
});
