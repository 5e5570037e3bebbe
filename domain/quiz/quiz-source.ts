/**
 * A quiz as it is stored: a lesson without prose (decision 44). Its source is a title, how it is played and given, and a line for
 * each question that it asks, so that versions, corrections, rooms and work are those of lessons. Pure.
 */
import { z } from 'zod';
import { frontIn } from '../lesson/front-matter.ts';
import type { PlacedPin } from '../lesson/pin-lines.ts';
import { type QuizSettings, sameSettings, USUAL_QUIZ } from './settings.ts';
import { quizSettings } from './settings-schema.ts';

/** A question in a quiz: which version of which, and what is its own there. */
export interface QuizPin extends PlacedPin {
  /** its id in the quiz; work and rounds hang on it */
  name: string;
}

export const MOST_IN_QUIZ = 100;

/** The Markdown of a quiz: its title and settings, and one pin a line in the order that they are asked. */
export function quizSource(title: string, pins: readonly QuizPin[], settings: QuizSettings = USUAL_QUIZ): string {
  // JSON is YAML: whatever stands in a title is a text. What is as usual is not written: older quizzes say the same
  const own = sameSettings(settings, USUAL_QUIZ) ? '' : `quiz: ${JSON.stringify(quizSettings.parse(settings))}\n`;
  const head = `---\ntitle: ${JSON.stringify(title)}\ndescription: Quiz\n${own}---\n`;
  return [head, ...pins.map((pin) => `${line(pin)}\n`)].join('\n');
}

/** How a quiz is played and given, as its source says. */
export function settingsIn(source: string): QuizSettings {
  return front.safeParse(frontIn(source)).data?.quiz ?? USUAL_QUIZ;
}

/** What it is called there. */
export function titleIn(source: string): string {
  return front.safeParse(frontIn(source)).data?.title ?? '';
}

const front = z.object({ title: z.string().optional(), quiz: quizSettings.optional().catch(undefined) });

function line({ name, ref, version, seconds, points }: QuizPin): string {
  const own = `${seconds === null ? '' : ` seconds=${seconds}`}${points === null ? '' : ` points=${points}`}`;
  return `::question{#${name} ref=${ref} version=${version} as=check${own}}`;
}

/**
 * Names for those that have none: the one that the question had in this quiz before, else the next that none has ever had. Scores
 * hang on names, and would be another question's.
 * @param before names in older versions, the newest last
 */
export function named<P extends { name: string | null; ref: string }>(
  pins: readonly P[],
  before: readonly { ref: string; name: string }[] = [],
): (P & { name: string })[] {
  const asked = new Set(pins.map(({ name }) => name));
  const taken = new Set([...asked, ...before.map(({ name }) => name)]);
  const names = new Map(before.map(({ ref, name }) => [ref, name]));
  let next = 1;
  return pins.map((pin) => {
    if (pin.name !== null) return { ...pin, name: pin.name };
    const own = names.get(pin.ref);
    if (own !== undefined && !asked.has(own)) {
      asked.add(own);
      return { ...pin, name: own };
    }
    while (taken.has(`q${next}`)) next++;
    taken.add(`q${next}`);
    return { ...pin, name: `q${next}` };
  });
}
