/** What a change of an activity has changed, field by field, as it stands in the record of changes. Pure. */
import { z } from 'zod';
import { KEEPS } from './result.ts';
import { ANSWERS, LATE } from './rules.ts';
import { USUAL_SETTINGS } from './settings.ts';

/** What was set anew, before and after, as it stands in the record of changes; of what is new only what is not as usual. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [was, is] = [before, after].map((one) => z.record(z.string(), told).safeParse(one).data ?? {});
  const usual: Record<string, Told> = before === null ? { ...USUAL_SETTINGS } : {};
  return FIELDS.flatMap((name) => {
    const [one, other] = [was?.[name] ?? usual[name] ?? null, is?.[name] ?? null];
    // not set before, and as good as not set now
    if (one === null && (other === false || other === 0)) return [];
    if (is === undefined || !(name in is) || JSON.stringify(one) === JSON.stringify(other)) return [];
    const shown = (value: Told): Shown => {
      if (typeof value !== 'string') return shownAs(value);
      // of all texts these are somebody's own words
      if (name === 'category' || name === 'title') return { said: value };
      const word = WORDS.find((of) => of === value);
      return word === undefined ? shownAs(value) : { word };
    };
    return [{ name, before: shown(one), after: shown(other) }];
  });
}

const told = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
type Told = z.infer<typeof told>;

/** What one of several was chosen, wherever it is: no two of them are alike. */
const WORDS = [...ANSWERS, ...LATE, ...KEEPS] as const;

/** A moment, a number, yes or no, how many, somebody's words, one of ours; anything else is not told. */
type Shown =
  | { at: string }
  | { number: number }
  | { yes: boolean }
  | { many: number }
  | { said: string }
  | { word: (typeof WORDS)[number] }
  | null;
export interface ChangedField {
  name: (typeof FIELDS)[number];
  before: Shown;
  after: Shown;
}

function shownAs(value: Told): Shown {
  if (typeof value === 'number') return { number: value };
  if (typeof value === 'boolean') return { yes: value };
  if (Array.isArray(value)) return { many: value.length };
  return value !== null && /^\d{4}-\d\d-\d\dT/.test(value) ? { at: value } : null;
}

const FIELDS = [
  'opensAt',
  'dueAt',
  'closesAt',
  'until',
  'attempts',
  'minutes',
  'answers',
  'late',
  'latePercent',
  'lateFloor',
  'keeps',
  'newValues',
  'questions',
  'students',
  'excused',
  'timeFactor',
  'more',
  'waived',
  'points',
  'asIs',
  'weight',
  'hidden',
  'released',
  'category',
  'title',
  'maxPoints',
  'number',
] as const;
