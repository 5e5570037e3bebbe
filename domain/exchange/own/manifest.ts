/** What lies at the top of a zip of ours: which questions and quizzes are in it, and what is known of them beside what they say. */
import { z } from 'zod';
import { identifier } from '../../kinds/common/document.ts';
import { misconceptionId } from '../../misconceptions/sign.ts';
import { MOST_IN_QUIZ } from '../../quiz/quiz-source.ts';
import { type QuizSettings, USUAL_QUIZ } from '../../quiz/settings.ts';
import { quizSettings } from '../../quiz/settings-schema.ts';
import { MOST } from '../limits.ts';

export const MANIFEST = 'nabla.json';
export const QUESTIONS = 'questions/';
export const PICTURES = 'pictures/';
/** What stands beside it where it is a whole course: its list and its misconceptions, as in `content/`. */
export const LIST = 'course.yaml';
export const CATALOGUE = 'misconceptions.yaml';
/** How a lesson names a file of `questions/`. */
export const ASKED = `../${QUESTIONS}`;
/** How a question names a file of `pictures/`. */
export const BESIDE = `../${PICTURES}`;

/** Of this schema: from 2 on quizzes say how they are played and given. A zip of a later one is refused by it. */
export const SCHEMA = 2;
const OF_BEFORE = 1;

const line = z.string().max(1_000);
const named = z.strictObject({
  file: line,
  /** for whoever reads the manifest: what counts stands in the file */
  title: line.optional(),
  tags: z.array(line).max(100).optional(),
  /** which version of which question it is, where it comes from a bank */
  id: z.guid().optional(),
  version: z.int().min(1).optional(),
});
const asked = z.strictObject({
  file: line,
  name: identifier.max(100).optional(),
  seconds: z.int().min(5).max(600).optional(),
  points: z.int().min(0).max(1_000).optional(),
});

/** Whoever writes it by hand says what is not as usual. */
const settings = z.strictObject({
  live: quizSettings.shape.live.partial().default({}),
  homework: quizSettings.shape.homework.partial().default({}),
});

export const manifest = z.strictObject({
  // one of before is this one, without settings
  nabla: z.literal([OF_BEFORE, SCHEMA]).transform(() => SCHEMA),
  title: line.optional(),
  questions: z.array(named).max(MOST.items),
  quizzes: z
    .array(
      z.strictObject({
        title: z.string().min(1).max(200),
        /** how it is played and given; left out: as usual */
        settings: settings.optional(),
        questions: z.array(asked).max(MOST_IN_QUIZ),
      }),
    )
    .max(200)
    .optional(),
  /** of a whole course: what its list does not say */
  course: z
    .strictObject({
      slug: line,
      /** addresses of places that are not yet written, where they are not those of their titles */
      places: z
        .array(z.strictObject({ level: line, place: z.int().min(1), slug: line }))
        .max(MOST.items)
        .optional(),
    })
    .optional(),
  /** what the catalogue says of those that its questions name */
  misconceptions: z
    .array(
      z.strictObject({ id: misconceptionId, name: z.string().trim().min(1).max(120), words: z.string().max(1_000) }),
    )
    .max(1_000)
    .optional(),
});
export type Manifest = z.infer<typeof manifest>;

/** All settings of a quiz, of which a manifest may leave out what is as usual. */
export const settingsOf = ({ live, homework }: z.infer<typeof settings> = { live: {}, homework: {} }): QuizSettings =>
  quizSettings.parse({
    live: { ...USUAL_QUIZ.live, ...live },
    homework: { ...USUAL_QUIZ.homework, ...homework },
  });
