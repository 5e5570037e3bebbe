/** A report as tables for spreadsheets: one for each thing that is told, or all of it side by side. Pure. */
import type { PlayerAnswer } from './answers.ts';
import type { NamedReport, NamedRow } from './named.ts';
import type { ReportQuestion } from './report.ts';

export type SheetCell = string | number | null;
export type SheetRow = readonly SheetCell[];

/** What the columns are called. */
export interface SheetWords {
  name: string;
  alias: string;
  right: string;
  answered: string;
  total(max: number): string;
  /** a question by its number and title */
  question(question: ReportQuestion): string;
  /** of a question: its points, answer, first vote, seconds */
  points(max: number): string;
  answer: string;
  first: string;
  seconds: string;
  /** of the table of questions */
  about: readonly [
    number: string,
    title: string,
    max: string,
    answered: string,
    right: string,
    share: string,
    median: string,
    open: string,
  ];
}

interface Told {
  report: NamedReport;
  answers: readonly PlayerAnswer[];
  words: SheetWords;
}

const inSeconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 100) / 10);
/** A question that gives no points has none, and not 0. */
const pointsIn = ({ cells }: NamedRow, at: number, { points }: ReportQuestion): number | null =>
  points === 0 || cells[at]?.[2] === null ? null : (cells[at]?.[1] ?? null);

/** A row a player, with everything that is known of each answer side by side. */
export function wholeSheet({ report, answers, words }: Told): SheetRow[] {
  const { questions, rows } = report;
  const given = givenBy(answers);
  const head = questions.flatMap((one) => {
    const name = words.question(one);
    const more = one.votes > 1 ? [`${name}: ${words.first}`] : [];
    return [`${name}: ${words.points(one.points)}`, `${name}: ${words.answer}`, ...more, `${name}: ${words.seconds}`];
  });
  return [
    [words.name, words.alias, words.total(report.points), words.right, words.answered, ...head],
    ...rows.map((row) => [
      ...[row.name, row.alias, row.points, row.right, row.answered],
      ...questions.flatMap((one, at) => {
        const answer = given(row, at);
        return [
          ...[pointsIn(row, at, one), answer?.text ?? null],
          ...(one.votes > 1 ? [answer?.first ?? null] : []),
          inSeconds(row.cells[at]?.[2] ?? null),
        ];
      }),
    ]),
  ];
}

/** A table for each: points, answers, first votes where there are some, seconds, and the questions themselves. */
export function sheetsOf({ report, answers, words }: Told) {
  const { questions, rows } = report;
  const given = givenBy(answers);
  const who = [words.name, words.alias];
  const asked = questions.map((one) => words.question(one));
  const each = (cell: (row: NamedRow, at: number, question: ReportQuestion) => SheetCell): SheetRow[] => [
    [...who, ...asked],
    ...rows.map((row) => [row.name, row.alias, ...questions.map((one, at) => cell(row, at, one))]),
  ];
  const twice = questions.some(({ votes }) => votes > 1);
  const points: SheetRow[] = [
    [
      ...who,
      ...questions.map((one) => `${words.question(one)}: ${words.points(one.points)}`),
      ...[words.total(report.points), words.right, words.answered],
    ],
    ...rows.map((row) => [
      ...[row.name, row.alias, ...questions.map((one, at) => pointsIn(row, at, one))],
      ...[row.points, row.right, row.answered],
    ]),
  ];
  return {
    points,
    answers: each((row, at) => given(row, at)?.text ?? null),
    first: twice ? each((row, at) => given(row, at)?.first ?? null) : null,
    seconds: each((row, at) => inSeconds(row.cells[at]?.[2] ?? null)),
    questions: [
      words.about,
      ...questions.map((one) => [
        ...[one.number, one.title, one.points, one.answered, one.right],
        ...[
          one.share === null ? null : Math.round(one.share * 1e4) / 1e4,
          inSeconds(one.medianMs),
          inSeconds(one.openMs),
        ],
      ]),
    ] as SheetRow[],
  };
}

function givenBy(answers: readonly PlayerAnswer[]) {
  const by = new Map(answers.map(({ player, given }) => [player, given]));
  return ({ player }: NamedRow, at: number) => by.get(player)?.[at] ?? null;
}
