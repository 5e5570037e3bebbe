/**
 * What each viewer of a session may see: three types, none of which can hold more than it should. The player's has no
 * place for a key before the reveal, and none for other players' names beyond the one just ahead.
 */
import { z } from 'zod';
import { answer } from '../answer.ts';
import { questionKind, questionView } from '../question.ts';
import { feedback, RESULTS, verdict } from '../results/verdict.ts';
import { unfinished } from '../unfinished.ts';
import { nextRoom, PHASES, wallPage } from './state.ts';

/** The question as it is shown; `options` stay away while there is time to read. */
export const shownQuestion = z.strictObject({
  id: z.string(),
  kind: questionKind,
  title: z.string(),
  promptHtml: z.string(),
  multiple: z.boolean(),
  unit: z.string().nullable(),
  /** of a number: Euler's number is in play */
  euler: z.boolean().optional(),
  /** of a choice; of an order its items */
  options: z.array(z.strictObject({ letter: z.string(), html: z.string() })).nullable(),
  /** its public half, where the field needs more than the options; away while there is time to read */
  asked: questionView.nullable(),
});
export type ShownQuestion = z.infer<typeof shownQuestion>;

const common = {
  session: z.string(),
  code: z.string(),
  lesson: z.string(),
  version: z.number(),
  phase: z.enum(PHASES),
  /** of votes, 0-based; −1 in the lobby */
  round: z.number(),
  /** of questions, from 1; 0 in the lobby */
  number: z.number(),
  /** a second vote on the same question */
  revote: z.boolean(),
  rounds: z.number(),
  speed: z.boolean(),
  question: shownQuestion.nullable(),
  /** each player has values of their own in it: a player is shown theirs, the wall and the host an example; left out: all see the same */
  ownValues: z.literal(true).optional(),
  opensAt: z.number().nullable(),
  closesAt: z.number().nullable(),
  skipped: z.boolean(),
  /** a wrong key was put right since this question closed (at the end: ever): points have been worked out anew */
  corrected: z.boolean(),
  /** where the same is played again; null: nowhere, or not yet */
  again: nextRoom.extend({ key: z.string().optional() }).nullable(),
  players: z.number(),
};

/** The key of a round, from the reveal on. */
export const reveal = z.strictObject({
  correct: z.array(z.string()),
  /** what is right of a number, a text, an order */
  value: z.string().nullable(),
  explanationHtml: z.string().nullable(),
  /** of maths and code: how it can be done */
  solutionHtml: z.string().nullable(),
});
export type Reveal = z.infer<typeof reveal>;

/** The key as a player is shown it. */
const playerReveal = reveal.extend({
  /** of a choice or of pairs: the share of the answers that have each option or pair, by its letter or name, in whole percent */
  shares: z.record(z.string(), z.number()).nullable(),
});
export type PlayerReveal = z.infer<typeof playerReveal>;

/** What is said of a player's own answer, from the reveal on, where it is scored on the spot. */
const told = z.strictObject({
  /** the author's words on what is wrong: of an option by its letter, of a pair by its name, of a text without one */
  notes: z.array(z.strictObject({ letter: z.string().nullable(), html: z.string() })),
  /** a number as it was read */
  tex: z.string().nullable(),
  /** a slip that was seen, how a text is spelt, how the pairs of an order stand */
  feedback: z.array(feedback),
});
export type Told = z.infer<typeof told>;

export const receipt = z.strictObject({
  round: z.number(),
  clientId: z.string(),
  /** of a provisional one nothing too: it was taken off again */
  answer: unfinished,
  receivedAt: z.number(),
  /** four characters that a player can read out */
  mark: z.string(),
  /** picked or typed and not sent yet: counts at the bell */
  provisional: z.boolean(),
});
export type Receipt = z.infer<typeof receipt>;

export const playerRoundResult = z.strictObject({
  share: z.number(),
  points: z.number(),
  tookMs: z.number(),
});

export const playerView = z.strictObject({
  role: z.literal('player'),
  ...common,
  reveal: playerReveal.nullable(),
  me: z.strictObject({
    id: z.string(),
    nickname: z.string(),
    receipt: receipt.nullable(),
    /** of the round just revealed; null also while the pool still grades it */
    result: playerRoundResult.nullable(),
    /** of maths and code, from the reveal on: what grading says, as its student may see it */
    verdict: verdict.nullable(),
    /** of the other kinds, from the reveal on */
    told: told.nullable(),
    /** what is said to who answers like that, as HTML, from the reveal on */
    misread: z.array(z.string()),
    points: z.number(),
    right: z.number(),
    /** what right answers in a row added in the round just revealed */
    bonus: z.number(),
    /** share of the usual time that this player has; null: no limit */
    timeFactor: z.number().nullable(),
    /** null: not told yet, or nobody has a point */
    rank: z.number().nullable(),
    /** places won (positive) or lost by the round just revealed */
    moved: z.number(),
    /** the next one ahead; without a name in a room that shows none */
    ahead: z.strictObject({ nickname: z.string().nullable(), by: z.number() }).nullable(),
    /** each round's question with what was answered: the player's own review, once it is over */
    review: z
      .array(
        z.strictObject({
          question: shownQuestion,
          answer: answer.nullable(),
          result: playerRoundResult.nullable(),
          skipped: z.boolean(),
          verdict: verdict.nullable(),
          told: told.nullable(),
          misread: z.array(z.string()),
          /** null: it was skipped, and its key not shown */
          reveal: playerReveal.nullable(),
        }),
      )
      .nullable(),
  }),
});
export type PlayerView = z.infer<typeof playerView>;

/** Stands for a question that the last view sent to this connection by itself has in full. */
const sameQuestion = z.strictObject({ id: z.string(), same: z.literal(true) });
/** A player's view as it is sent by itself: a question with its formulas is most of it, and comes once. */
export const playerNews = playerView.extend({ question: z.union([shownQuestion, sameQuestion]).nullable() });
export type PlayerNews = z.infer<typeof playerNews>;

const ranked = z.strictObject({
  playerId: z.string(),
  nickname: z.string(),
  points: z.number(),
  right: z.number(),
  rank: z.number(),
  bonus: z.number(),
  /** points of the round just told */
  gained: z.number(),
  moved: z.number(),
  /** played by the server */
  rehearsal: z.boolean(),
});
export type RankedPlayer = z.infer<typeof ranked>;

const tally = z.strictObject({
  label: z.string(),
  count: z.number(),
  correct: z.boolean(),
  /** it earns a part; left out: all or nothing */
  partly: z.literal(true).optional(),
  noteHtml: z.string().nullable(),
  /** so many different values that are not told one by one, counted together */
  others: z.number().optional(),
  /** what these are, where a kind draws them all */
  each: z
    .array(
      z.strictObject({
        label: z.string(),
        count: z.number(),
        correct: z.boolean(),
        partly: z.literal(true).optional(),
      }),
    )
    .optional(),
});
export type Tally = z.infer<typeof tally>;

/** Answers to maths or code that do the same, right or wrong. */
export const answerGroup = z.strictObject({
  /** names the group within its round */
  key: z.string(),
  count: z.number(),
  result: z.enum(RESULTS),
  /** what is said of them first; null: nothing is to be said */
  feedback: feedback.nullable(),
  /** the part or test of which that is said, where there are several; null: of the whole */
  of: z.string().nullable(),
});
export type AnswerGroup = z.infer<typeof answerGroup>;

/** What somebody said in their own words, or several in the same ones. */
const saying = z.strictObject({
  text: z.string(),
  count: z.number(),
  /** nicknames; on a wall that shows no names none */
  by: z.array(z.string()),
  /** the name under which the host has put it together with others */
  group: z.string().nullable(),
});
export type Saying = z.infer<typeof saying>;
const said = {
  /** each by itself, or in a cloud by its count */
  as: z.enum(['cards', 'cloud']),
  /** the host lets the class see it */
  shown: z.boolean(),
};

const shown = {
  ...common,
  showNames: z.boolean(),
  locked: z.boolean(),
  joinUrl: z.string(),
  /** opens the room without its code, and without waiting for others who guess */
  joinLink: z.string(),
  qr: z.string(),
  answered: z.number(),
  reveal: reveal.nullable(),
  /** how often each option, number, text or order was given; from the reveal on */
  distribution: z.array(tally).nullable(),
  /** how many of all answers to the round are right; from the reveal on, of maths and code of those graded so far */
  rightShare: z.strictObject({ right: z.number(), of: z.number() }).nullable(),
  /** of maths and code: what the answers do, the largest group first, and how many are still being graded; from the reveal on */
  groups: z.strictObject({ graded: z.array(answerGroup), waiting: z.number() }).nullable(),
  /** the first vote, beside the second one: from the reveal on */
  before: z.array(tally).nullable(),
  /** of maths and code, what the first vote's answers do, beside the second one: from the reveal on */
  groupsBefore: z.array(answerGroup).nullable(),
  /** one answer of a group, without a name: what the host has put before the class */
  specimen: z.strictObject({ key: z.string(), answer }).nullable(),
  /** the first six, from the standings on; on a screen that shows names */
  standings: z.array(ranked).nullable(),
  /** so many share the sixth's place and are not told one by one */
  tiedBeyond: z.number(),
  /** who rose farthest by the round just told */
  climber: z.strictObject({ nickname: z.string(), from: z.number(), to: z.number() }).nullable(),
  /** the first three places at the end: whoever shares one stands on it, nobody without points */
  podium: z
    .array(
      z.strictObject({
        rank: z.number(),
        points: z.number(),
        nicknames: z.array(z.string()),
        /** so many more share it */
        more: z.number(),
      }),
    )
    .nullable(),
  /** what all did together, from the standings on: right answers, of all that was asked of those who are here */
  together: z.strictObject({ right: z.number(), of: z.number() }).nullable(),
  /** which page the wall shows of what does not fit on one, and how many it has told that there are */
  page: wallPage,
};

export const screenView = z.strictObject({
  role: z.literal('screen'),
  ...shown,
  names: z.array(z.string()),
  /** what people said, as far as the class may see it; null: nothing of the sort is asked for */
  said: z.strictObject({ ...said, entries: z.array(saying) }).nullable(),
});
export type ScreenView = z.infer<typeof screenView>;

export const hostView = z.strictObject({
  role: z.literal('host'),
  ...shown,
  people: z.array(
    z.strictObject({
      id: z.string(),
      nickname: z.string(),
      present: z.boolean(),
      /** when the answer that stands was received; null: none was sent */
      sentAt: z.number().nullable(),
      points: z.number(),
      signedIn: z.boolean(),
      rehearsal: z.boolean(),
    }),
  ),
  /** what people said, as it comes, marked where the class does not see it; null: nothing of the sort is asked for */
  said: z
    .strictObject({
      ...said,
      /** `key` names it within its round */
      entries: z.array(saying.extend({ key: z.string(), hidden: z.boolean() })),
    })
    .nullable(),
  /** of a poll: the class sees the bars grow, before the bell */
  counting: z.boolean(),
  removed: z.array(z.strictObject({ id: z.string(), nickname: z.string() })),
  /** before this instant no order that ends the phase is taken */
  guardedUntil: z.number(),
  /** of maths and code, while the question is open: how many answers are graded so far, and how many of these are right */
  progress: z.strictObject({ graded: z.number(), right: z.number() }).nullable(),
  /** how many answers show which misconception, by its name; from the reveal on */
  misread: z.array(z.strictObject({ name: z.string(), count: z.number() })),
  /** how many of those who have more time have not answered: the round waits for them after the bell */
  moreTime: z.number(),
  /** an answer of each group, in their order, without a name: for the host's eyes before the class sees it */
  specimens: z.array(answer),
  /** everybody's place; for the report, so once it is over */
  everyone: z.array(ranked),
  /** per round: the share of players who were right; for the report, so once it is over */
  facility: z.array(
    z.strictObject({
      title: z.string(),
      /** it gives points; of one that does not, nobody is right */
      scored: z.boolean(),
      /** what was said and not hidden, in people's own words; null: nothing of the sort was asked for */
      said: z.array(z.strictObject({ text: z.string(), count: z.number() })).nullable(),
      right: z.number(),
      answered: z.number(),
      skipped: z.boolean(),
      /** 1 and 2 where a question was voted on twice; else null */
      vote: z.number().nullable(),
    }),
  ),
});
export type HostView = z.infer<typeof hostView>;
