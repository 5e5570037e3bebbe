/** A question of each kind whose key says of itself that it is one, and rooms that ask them. */
import type { Answer } from '../../domain/answer.ts';
import type { CodeTest } from '../../domain/kinds/code/document.ts';
import { advance, type LiveCommand } from '../../domain/live/advance.ts';
import type { Room, RoomPlayer, StoredAnswer } from '../../domain/live/room.ts';
import { DEFAULT_SETTINGS, type LiveRound, type LiveState, openingState } from '../../domain/live/state.ts';
import type { Question, QuestionKind, QuestionOf } from '../../domain/question.ts';
import type { Verdict } from '../../domain/results/verdict.ts';

const common = {
  role: 'check' as const,
  number: 1,
  title: 'A question',
  points: 1,
  promptHtml: '<p>Which?</p>',
  hintCount: 1,
  attempts: null,
  solutionAfter: null,
  seconds: 20,
};
/** What all keys hold: open at the reveal, but for the hints. */
const commonKey = (kind: QuestionKind) => ({
  hints: [`NEVER-hint-${kind}`],
  solutionHtml: `SECRET-solution-${kind}`,
  explanationHtml: `SECRET-explanation-${kind}`,
});
const LETTERS = ['A', 'B', 'C', 'D'];
const items = LETTERS.map((letter) => ({ letter, html: `item ${letter}` }));

/** B is right. */
export const choice: QuestionOf<'choice'> = {
  ...common,
  kind: 'choice',
  id: 'choice',
  multiple: false,
  options: items,
  key: { ...commonKey('choice'), correct: ['B'], notes: { C: 'SECRET-note-choice' } },
};
/** A and D are right. */
export const several: QuestionOf<'choice'> = {
  ...choice,
  id: 'several',
  multiple: true,
  credit: 'shares',
  key: { ...choice.key, correct: ['A', 'D'] },
};
export const number: QuestionOf<'number'> = {
  ...common,
  kind: 'number',
  id: 'number',
  unit: null,
  key: { ...commonKey('number'), value: 271828, tolerance: { absolute: 31415, relative: 0 } },
};
export const text: QuestionOf<'text'> = {
  ...common,
  kind: 'text',
  id: 'text',
  key: {
    ...commonKey('text'),
    accept: ['SECRET-accept-text', 'NEVER-accept-text'],
    capitals: false,
    typos: 1,
    notes: [{ text: 'slope', words: 'NEVER-words-text', html: 'SECRET-note-text' }],
  },
};
/** B, A, C, D. */
export const order: QuestionOf<'order'> = {
  ...common,
  kind: 'order',
  id: 'order',
  items,
  key: { ...commonKey('order'), places: { A: 2, B: 1, C: 3, D: 4 } },
};
/** 1 B, 2 D; nothing belongs to A and C. */
export const match: QuestionOf<'match'> = {
  ...common,
  kind: 'match',
  id: 'match',
  prompts: ['1', '2'].map((number) => ({ number, html: `prompt ${number}` })),
  answers: items,
  key: { ...commonKey('match'), pairs: { 1: 'B', 2: 'D' }, notes: { '1A': 'SECRET-note-match' } },
};
/** Two gaps, one to type in and one to pick for. */
const gaps: QuestionOf<'gaps'> = {
  ...common,
  kind: 'gaps',
  id: 'gaps',
  passage: [
    {
      runs: [{ gap: '1', takes: 'text' }, { html: ' is ' }, { gap: '2', takes: 'one', options: ['up', 'down'] }],
    },
  ],
  key: {
    ...commonKey('gaps'),
    gaps: {
      1: {
        takes: 'text',
        weight: 1,
        capitals: false,
        entries: [
          { text: 'SECRET-accept-gaps', share: 1 },
          { text: 'slope', share: 0, words: 'SECRET-words-gaps' },
        ],
      },
      2: {
        takes: 'one',
        weight: 1,
        capitals: false,
        entries: [
          { text: 'down', share: 1 },
          { text: 'up', share: 0 },
        ],
      },
    },
  },
};
export const maths: QuestionOf<'maths'> = {
  ...common,
  kind: 'maths',
  id: 'maths',
  variables: ['x'],
  positive: [],
  parts: [{ id: 'dx', label: 'dx', labelHtml: 'dx', points: 2 }],
  key: {
    ...commonKey('maths'),
    truths: { dx: { expected: 'x + 271828' } },
    checking: { dx: { slips: [{ expression: 'x - 271828', words: 'NEVER-slip-maths' }] } },
  },
};
/** A column of two. */
export const matrix: QuestionOf<'matrix'> = {
  ...common,
  kind: 'matrix',
  id: 'matrix',
  points: 2,
  variables: ['x'],
  positive: [],
  shape: { rows: 2, columns: 1 },
  key: { ...commonKey('matrix'), entries: [[{ expected: 'x + 577215' }], [{ expected: '2*x' }]] },
};
/** Two values. */
export const set: QuestionOf<'set'> = {
  ...common,
  kind: 'set',
  id: 'set',
  points: 2,
  asks: 'values',
  variable: 'x',
  variables: [],
  positive: [],
  key: { ...commonKey('set'), set: '693147; -2' },
};
/** A part of the real line. */
export const reals: QuestionOf<'set'> = {
  ...set,
  id: 'reals',
  asks: 'reals',
  key: { ...commonKey('set'), set: '[693147; ∞)' },
};
/** Right is all that is 2.60217 to the right. */
const point: QuestionOf<'point'> = {
  ...common,
  kind: 'point',
  id: 'point',
  form: 'point',
  figure: {
    title: 'A plane',
    say: '–',
    said: '–',
    controls: [],
    data: {},
    define: [],
    runs: [],
    views: [
      {
        plane: 'plane',
        x: { from: -5, to: 5, scale: 'linear' },
        y: { from: -5, to: 5, scale: 'linear' },
        equal: true,
        draw: [],
      },
    ],
    readouts: [],
  },
  within: [
    [-5, 5],
    [-5, 5],
  ],
  snap: 0.5,
  from: null,
  paths: 0,
  key: {
    ...commonKey('point'),
    answer: { place: [2.60217, 1] },
    condition: 'NEVER_helper(x, y) = 0',
    tolerance: 0.3,
    define: [{ name: 'NEVER_helper', params: ['x', 'y'], of: 'x - 2.60217' }],
    others: [{ is: { place: [0, 0] }, share: 0, note: { words: 'NEVER-words-point', html: 'SECRET-note-point' } }],
  },
};
/** What nobody is measured by. */
const open: QuestionOf<'open'> = {
  ...common,
  kind: 'open',
  id: 'open',
  points: 0,
  form: 'poll',
  options: items,
  multiple: false,
  key: commonKey('open'),
};
const test = (id: string, visible: boolean): CodeTest => ({
  id,
  name: id,
  visible,
  points: 1,
  draws: 1,
  arguments: [{ type: 'value', value: visible ? 'SHOWN' : 'NEVER-input' }],
  expect: { type: 'value', value: visible ? 'SHOWN' : 'NEVER-expected' },
  ...(visible
    ? {}
    : {
        inputs: { parameters: '{"w":{"of":["NEVER-drawn"]}}', call: ['{w} NEVER-call'], expect: 'NEVER-expected {w}' },
      }),
  mayChangeInputs: true,
});
const code = {
  language: 'python' as const,
  entry: 'f',
  examples: [
    { id: 'shown', name: 'shown', call: 'f("SHOWN")', expected: '"SHOWN"', what: 'value' as const, points: 1 },
  ],
  hiddenTests: 1,
};
const codeKey = { tests: [test('shown', true), test('hidden', false)], solution: 'NEVER-solution-source' };
const blanks: QuestionOf<'blanks'> = {
  ...common,
  ...code,
  kind: 'blanks',
  id: 'blanks',
  template: [{ text: 'return ' }, { gap: 'it', width: 10 }],
  key: { ...commonKey('blanks'), ...codeKey, gaps: { it: 'NEVER-gap' } },
};
const written: QuestionOf<'function'> = {
  ...common,
  ...code,
  kind: 'function',
  id: 'function',
  starter: 'def f(x):',
  key: { ...commonKey('function'), ...codeKey },
};

/** One of each kind, by its kind. */
export const OF_EACH_KIND: { [K in QuestionKind]: QuestionOf<K> } = {
  choice,
  number,
  text,
  order,
  match,
  gaps,
  maths,
  blanks,
  function: written,
  matrix,
  set,
  point,
  open,
};
export const ALL: ReadonlyMap<string, Question> = new Map(
  [...Object.values(OF_EACH_KIND), several].map((question) => [question.id, question]),
);

/** A right answer of each kind, and one that is not. */
export const ANSWERS: Record<QuestionKind, { right: Answer; wrong: Answer }> = {
  choice: { right: { kind: 'choice', choices: ['B'] }, wrong: { kind: 'choice', choices: ['C'] } },
  number: { right: { kind: 'number', value: '271828' }, wrong: { kind: 'number', value: '7' } },
  text: { right: { kind: 'text', text: 'secret-accept-text' }, wrong: { kind: 'text', text: 'slope' } },
  order: {
    right: { kind: 'order', order: ['B', 'A', 'C', 'D'] },
    wrong: { kind: 'order', order: ['D', 'C', 'A', 'B'] },
  },
  match: {
    right: { kind: 'match', pairs: { 1: 'B', 2: 'D' } },
    wrong: { kind: 'match', pairs: { 1: 'A', 2: 'C' } },
  },
  gaps: {
    right: { kind: 'gaps', gaps: { 1: 'secret-accept-gaps', 2: 'down' } },
    wrong: { kind: 'gaps', gaps: { 1: 'slope', 2: 'up' } },
  },
  maths: { right: { kind: 'maths', parts: { dx: 'x+271828' } }, wrong: { kind: 'maths', parts: { dx: 'x' } } },
  blanks: { right: { kind: 'blanks', gaps: { it: 'x' } }, wrong: { kind: 'blanks', gaps: { it: '0' } } },
  function: {
    right: { kind: 'function', code: 'def f(x): return x' },
    wrong: { kind: 'function', code: 'def f(x): return 0' },
  },
  matrix: {
    right: { kind: 'matrix', entries: [['x+577215'], ['2x']] },
    wrong: { kind: 'matrix', entries: [['x'], ['x']] },
  },
  point: {
    right: { kind: 'point', put: { x: '2.5', y: '-4' } },
    wrong: { kind: 'point', put: { x: '0', y: '0' } },
  },
  set: { right: { kind: 'set', set: 'x = -2 or x = 693147' }, wrong: { kind: 'set', set: '1; 2' } },
  // neither is: they differ
  open: {
    right: { kind: 'open', choices: ['B'], text: '', words: [] },
    wrong: { kind: 'open', choices: ['C'], text: '', words: [] },
  },
};

/** What the pool says of an answer; it knows everything of the hidden test. */
export function verdictOf(share: number): Verdict {
  const outcome = { points: share, maxPoints: 1, passed: share === 1 };
  const feedback =
    share === 1 ? [] : [{ code: 'feedback.wrongValue', params: { expected: 'NEVER-told', got: 'NEVER-told' } }];
  return {
    outcome: 'graded',
    result: share === 1 ? 'pass' : 'fail',
    points: share,
    maxPoints: 1,
    tests: [
      {
        id: 'shown',
        name: 'shown',
        visible: true,
        ...outcome,
        feedback: [],
        call: 'f(SECRET-call)',
        expected: 'SECRET-told',
      },
      {
        id: 'hidden',
        name: 'hidden',
        visible: false,
        ...outcome,
        feedback,
        call: 'f(NEVER-input)',
        expected: 'NEVER-told',
      },
    ],
    feedback: [],
    signature: `NEVER-signature-${share}`,
    slips: [],
  };
}

export const JOIN = { joinUrl: 'http://localhost/join', joinLink: 'http://localhost/join/123456#key', qr: '<svg/>' };

export const player = (id: string, change: Partial<RoomPlayer> = {}): RoomPlayer => ({
  id,
  userId: null,
  nickname: `Name ${id}`,
  present: true,
  removed: false,
  timeFactor: 1,
  rehearsal: false,
  ...change,
});

/** A round of 20 s that is over: it gives points. */
export const playedRound = (questionId: string): LiveRound => ({
  questionId,
  opensAt: 0,
  closesAt: 20_000,
  closedAt: 20_000,
  skipped: false,
  keyShown: false,
  revoteOf: null,
  superseded: false,
});

export const given = (
  playerId: string,
  answer: Answer,
  receivedAt: number,
  change: Partial<StoredAnswer> = {},
): StoredAnswer => ({
  playerId,
  clientId: `c-${playerId}`,
  answer,
  receivedAt,
  verdict: null,
  provisional: false,
  ...change,
});

export function roomOf(
  state: LiveState,
  answers: Iterable<readonly [number, StoredAnswer[]]>,
  players: readonly RoomPlayer[] = [player('p1'), player('p2')],
): Room {
  const rest = { id: 'room', code: '123456', lesson: 'Gradients', version: 1, questions: ALL };
  return { ...rest, state, players, answers: new Map(answers) };
}

/** A room at its first question, or at the reveal of it, with an answer of a player each. */
export function roomAsking(question: Question, answers: Answer[], until: 'question' | 'reveal'): Room {
  const commands: [LiveCommand, number][] = [[{ type: 'next' }, 1_000]];
  if (until === 'reveal') commands.push([{ type: 'close' }, 9_000], [{ type: 'reveal' }, 9_000]);
  let state: LiveState = openingState([{ questionId: question.id, seconds: 20 }], {
    ...DEFAULT_SETTINGS,
    readSeconds: 0,
  });
  for (const [command, at] of commands) {
    const step = advance(state, command, at);
    if (!step.ok) throw new Error(step.refused);
    state = step.state;
  }
  const stored = answers.map((answer, index) => given(`p${index}`, answer, 2_000));
  const players = stored.map(({ playerId }) => player(playerId));
  return { ...roomOf(state, [[0, stored]], players), questions: new Map([[question.id, question]]) };
}
