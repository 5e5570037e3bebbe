/**
 * Looks for keys in what players are sent. It does not know what a server means to send: it takes the names of fields
 * from the schemas of the keys, and the texts from the keys of the questions that are played.
 */
import { z } from 'zod';
import { playerNews, receipt, shownQuestion } from '../../domain/live/views.ts';
import { type Question, question, viewOf } from '../../domain/question.ts';

/** Shorter texts (a letter, a number, `x`) stand in what is public too; fields are known by their names. */
const SHORTEST_SECRET = 6;
const OPEN = new Set(['reveal', 'standings', 'podium', 'ended']);

/** Names of fields at any depth of a JSON schema; `under`: only within fields of that name. */
function fieldsOf(schema: unknown, under?: string, within = under === undefined): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, part]) => {
    if (name !== 'properties' || typeof part !== 'object' || part === null) return fieldsOf(part, under, within);
    return Object.entries(part).flatMap(([field, inner]) => [
      ...(within ? [field] : []),
      ...fieldsOf(inner, under, within || field === under),
    ]);
  });
}

const PUBLIC_FIELDS = new Set([shownQuestion, receipt].flatMap((schema) => fieldsOf(z.toJSONSchema(schema))));
/** Fields that stand in keys, and neither in a question that is shown nor in an answer. */
const KEY_FIELDS: ReadonlySet<string> = new Set(
  fieldsOf(z.toJSONSchema(question), 'key').filter((name) => !PUBLIC_FIELDS.has(name)),
);
/** What a key gives a view away by, beside its own fields: what is said of an answer once it is open. */
const TELLING = [
  'share',
  'shares',
  'told',
  'verdict',
  'noteHtml',
  'result',
  'reveal',
  'review',
  'signature',
  'slips',
  'passed',
];

/** Every text of a question's key that its view does not hold, as JSON writes it. */
function secretsOf(asked: Question): string[] {
  const open = JSON.stringify(viewOf(asked));
  return textsIn(asked.key)
    .map((text) => JSON.stringify(text).slice(1, -1))
    .filter((text) => text.length >= SHORTEST_SECRET && !open.includes(text));
}

/** Fields whose texts are words of the format or names of things, not what anybody has to find out. */
const WORDS = new Set(['type', 'dtype', 'gives', 'id', 'name', 'names', 'variables', 'by']);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (WORDS.has(name) ? [] : textsIn(inner)));
}

/** All fields that hold something, at any depth. */
function filledIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(inner === null || Array.isArray(value) ? [] : [name]),
    ...filledIn(inner),
  ]);
}

/** The view in a packet or a reply, where there is one. */
function viewIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('role' in value && value.role === 'player') return value;
  return Object.values(value)
    .map(viewIn)
    .find((found) => found !== undefined);
}

function parsed(frame: string): unknown {
  const start = frame.search(/[[{]/);
  if (start < 0) return undefined;
  try {
    return JSON.parse(frame.slice(start));
  } catch {
    return undefined;
  }
}

/** What frames to a player hold of keys that are not open yet; nothing, if all is well. */
export function leaksIn(frames: readonly string[], questions: ReadonlyMap<string, Question>): string[] {
  const secrets = [...questions].map(([id, asked]) => [id, secretsOf(asked)] as const);
  return frames.flatMap((frame) => {
    const content = parsed(frame);
    const sent = viewIn(content);
    const view = sent === undefined ? undefined : playerNews.safeParse(sent);
    if (view?.success === false) return [`a view with more in it than it may have: ${view.error.message}`];
    const open = view !== undefined && OPEN.has(view.data.phase);
    const opened = new Set(
      open ? [view.data.question?.id, ...(view.data.me.review ?? []).map((one) => one.question.id)] : [],
    );
    const fields = open ? [] : filledIn(content).filter((name) => KEY_FIELDS.has(name) || TELLING.includes(name));
    const texts = secrets.flatMap(([id, its]) => (opened.has(id) ? [] : its.filter((text) => frame.includes(text))));
    return [...fields, ...texts].map((what) => `${what} in ${frame.slice(0, 300)}`);
  });
}

/** What pages, as they are sent, hold of any key. A page may say `hint`; it may not hold a hint. */
export function leaksInPage(page: string, questions: ReadonlyMap<string, Question>): string[] {
  // in a page's data a text stands escaped once or twice
  const plain = page.replaceAll('\\\\', '\\').replaceAll('\\"', '"');
  return [...questions.values()]
    .flatMap(secretsOf)
    .filter((text) => text.length >= 2 * SHORTEST_SECRET && plain.includes(text.replaceAll('\\"', '"')));
}
