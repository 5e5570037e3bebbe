/** Rooms in which each player has numbers of their own: who sees what, what is right for whom, and what a corrected key does. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  ANSWERS,
  given,
  OF_EACH_KIND,
  playedRound,
  player,
  roomOf,
  verdictOf,
} from '../../tests/support/live-questions.ts';
import { compileQuestion } from '../lesson/compile-question.ts';
import { variantOf } from '../lesson/variants.ts';
import type { Question } from '../question.ts';
import type { Verdict } from '../results/verdict.ts';
import { correctedRounds, correctionOf, fitsSession } from './correction.ts';
import { dealt, questionFor, withQuestions } from './own.ts';
import { ranking } from './ranks.ts';
import type { OwnQuestions, Room, StoredAnswer } from './room.ts';
import { DEFAULT_SETTINGS, type LiveState, openingState } from './state.ts';
import { hostViewOf } from './view/host.ts';
import { playerViewOf } from './view/player.ts';
import { screenViewOf } from './view/screen.ts';
import { playerView } from './views.ts';

const JOIN = { joinUrl: '', joinLink: '', qr: '' };
/** The wall's example, and what is dealt; none of these stands anywhere else. */
const EXAMPLE = 523;
const DRAWS = [731, 732, 733, 734, 735, 736, 737, 738];
const sum = (key: string) =>
  `::::check[Sum]{kind=number}\n\`\`\`yaml variants\na: { from: 500, to: 800 }\n\`\`\`\n\nWhat is {a} and {a}?\n\n\`\`\`yaml answer\nvalue: "${key}"\n\`\`\`\n\n:::explanation\nIt is {2a}.\n:::\n::::\n`;

async function played(key: string): Promise<{ questions: ReadonlyMap<string, Question>; own: OwnQuestions }> {
  const read = await compileQuestion(sum(key), 'q.md');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const made = (a: number): Question => {
    const variant = variantOf({ ...read.question, id: 'sum' }, { a });
    if (variant === null) throw new Error('no such variant');
    return variant;
  };
  return { questions: new Map([['sum', made(EXAMPLE)]]), own: new Map([['sum', DRAWS.map(made)]]) };
}
const numberOf = (id: string): number => DRAWS[dealt(id, 'sum', DRAWS.length)] ?? 0;
const says = (id: string, value: number): StoredAnswer =>
  given(id, { kind: 'number', value: String(value) } as StoredAnswer['answer'], 5_000);

let right: Awaited<ReturnType<typeof played>>;
let wrong: Awaited<ReturnType<typeof played>>;
beforeAll(async () => {
  [right, wrong] = [await played('{2a}'), await played('{3a}')];
});
const IDS = ['ada', 'ben', 'chiara', 'deniz', 'emre'];
const state = (phase: LiveState['phase']): LiveState => ({
  ...openingState([{ questionId: 'sum', seconds: 20 }], { ...DEFAULT_SETTINGS, ownValues: true }),
  phase,
  rounds: [{ ...playedRound('sum'), ...(phase === 'question' ? { closedAt: null } : {}) }],
});
function room(phase: LiveState['phase'], answers: StoredAnswer[] = [], by = right): Room {
  const made = roomOf(
    state(phase),
    [[0, answers]],
    IDS.map((id) => player(id)),
  );
  return withQuestions(made, by.questions, by.own);
}

describe('numbers of one’s own', () => {
  it('are shown to each player, and nobody else’s; wall and host have an example and say so', () => {
    const open = room('question');
    expect(new Set(IDS.map(numberOf)).size).toBeGreaterThan(1);
    for (const id of IDS) {
      const view = playerViewOf(open, id);
      expect(view.ownValues).toBe(true);
      expect(playerView.parse(view)).toEqual(view);
      const told = JSON.stringify(view);
      expect(view.question?.promptHtml).toContain(`${numberOf(id)}`);
      for (const other of [EXAMPLE, ...DRAWS]) if (other !== numberOf(id)) expect(told).not.toContain(`${other}`);
      // nor what they add up to
      for (const any of [EXAMPLE, ...DRAWS]) expect(told).not.toContain(`${2 * any}`);
    }
    for (const view of [hostViewOf(open, JOIN), screenViewOf(open, JOIN)]) {
      expect(view.ownValues).toBe(true);
      expect(view.question?.promptHtml).toContain(`${EXAMPLE}`);
    }
  });

  it('are right or wrong by what each was asked, and the reveal on a phone is each one’s own', () => {
    const answers = [says('ada', 2 * numberOf('ada')), says('ben', 2 * EXAMPLE)];
    const shown = room('reveal', answers);
    const [ada, ben] = [playerViewOf(shown, 'ada'), playerViewOf(shown, 'ben')];
    expect([ada.me.result?.share, ben.me.result?.share]).toEqual([1, 0]);
    expect([ada.reveal?.value, ben.reveal?.value]).toEqual(['ada', 'ben'].map((id) => `${2 * numberOf(id)}`));
    const host = hostViewOf(shown, JOIN);
    expect(host.rightShare).toEqual({ right: 1, of: 2 });
    // what one said to one's own numbers is not counted with what others said to theirs
    expect(host.distribution).toEqual([]);
    expect(host.reveal?.value).toBe(`${2 * EXAMPLE}`);
    expect(ranking(shown).map(({ playerId, points }) => [playerId, points])[0]).toEqual(['ada', 1000]);
  });

  it('stand in the review and in the report of each', () => {
    const over = room('ended', [says('ada', 2 * numberOf('ada')), says('ben', 1)]);
    for (const id of ['ada', 'ben']) {
      const [round] = playerViewOf(over, id).me.review ?? [];
      expect(round?.question.promptHtml).toContain(`${numberOf(id)}`);
      expect(round?.reveal?.value).toBe(`${2 * numberOf(id)}`);
      expect(round?.result?.share).toBe(id === 'ada' ? 1 : 0);
    }
    expect(hostViewOf(over, JOIN).facility).toMatchObject([{ right: 1, answered: 2 }]);
  });

  it('are looked at by the corrected key, each their own', () => {
    const before = room('standings', [says('ada', 2 * numberOf('ada')), says('ben', 3 * numberOf('ben'))], wrong);
    expect(fitsSession(before.state, before, right)).toBe(true);
    expect(correctedRounds(before, right)).toEqual([0]);
    expect(correctionOf(before, right).players).toEqual([
      { nickname: 'Name ada', before: 0, after: 1000 },
      { nickname: 'Name ben', before: 1000, after: 0 },
    ]);
    // where some of what was dealt can be asked no more, nothing is changed
    const fewer = { ...right, own: new Map([['sum', (right.own.get('sum') ?? []).slice(1)]]) };
    expect(fitsSession(before.state, before, fewer)).toBe(false);
  });

  it('are dealt by who and what, the same each time, and as the room has them without', () => {
    const open = room('question');
    expect(questionFor(open, 'sum', 'ada')).toBe(questionFor(open, 'sum', 'ada'));
    expect(questionFor({ questions: right.questions }, 'sum', 'ada')).toBe(right.questions.get('sum'));
    const people = Array.from({ length: 240 }, () => crypto.randomUUID());
    const counts = Map.groupBy(people, (id) => dealt(id, 'sum', 24));
    expect(counts.size).toBe(24);
  });
});

describe('wrong answers to numbers of one’s own', () => {
  const verdictWith = (slips: string[], feedback: Verdict['feedback'] = []): Verdict => ({
    ...verdictOf(0),
    tests: [],
    signature: `only-${crypto.randomUUID()}`,
    slips,
    feedback,
  });
  it('are put together by the slip and the misconception that they show, without anybody’s numbers', () => {
    const maths = { ...OF_EACH_KIND.maths, id: 'sum' };
    const sign = { code: 'maths.slip.sign', params: { part: 'dx' } };
    const verdicts = [
      verdictWith(['sign'], [sign]),
      verdictWith(['sign'], [{ code: 'maths.slip.sign', params: { got: '731' } }]),
      { ...verdictWith([]), misconceptions: [{ id: 'flipped' }] },
      verdictWith([]),
      verdictWith([]),
    ];
    const answers = IDS.map((id, at) => given(id, ANSWERS.maths.wrong, 5_000, { verdict: verdicts[at] ?? null }));
    const { groups } = hostViewOf(
      room('reveal', answers, { questions: new Map([['sum', maths]]), own: new Map([['sum', [maths]]]) }),
      JOIN,
    );
    expect(groups?.graded.map(({ count, feedback }) => [count, feedback])).toEqual([
      [2, sign],
      [2, null],
      [1, null],
    ]);
  });
});
