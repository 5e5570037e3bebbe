/**
 * What a course's list asks of the lessons that are stored: pure, so that it can be looked at before it is done.
 *
 * A lesson that is written in a file is who it is by its id, wherever it stands. A place without a file has no id: it is
 * found again by the title it is listed under, else by where it stands; what was written there in the classroom stays
 * with it. What the list does not name any more is archived when there is something in it, and else removed.
 */

/** A lesson as it is stored. */
export interface StoredLesson {
  id: string;
  /** of the file that it comes from; null: it has none */
  contentId: string | null;
  /** slug of its level, and where it stands there */
  level: string;
  place: number;
  slug: string;
  /** addresses that it had and that somebody has changed here: its file does not bring them back */
  left?: readonly string[];
  /** the title in the list */
  listedTitle: string | null;
  title: string;
  /** has versions, or anything else hangs on it */
  used: boolean;
  archived: boolean;
}

export interface WantedPlace {
  level: string;
  place: number;
  title: string;
  /** null: not yet written */
  lesson: { contentId: string; slug: string } | null;
}

interface PlannedLesson {
  /** null: a new one */
  id: string | null;
  contentId: string | null;
  level: string;
  place: number;
  slug: string;
  listedTitle: string;
}

export interface CoursePlan {
  lessons: PlannedLesson[];
  /** taken out of the list with what is in them */
  archive: string[];
  /** empty ones */
  remove: string[];
  /** lessons of others, or archived ones, that have to give their slug to a file */
  renamed: { id: string; slug: string }[];
}

/**
 * @param wanted every place of the course in order
 * @param own the lessons of the course, archived ones too
 * @param others lessons of other courses: only their ids, content ids and slugs matter
 * @param slugOf makes a slug of a title
 */
export function planCourse(
  wanted: readonly WantedPlace[],
  own: readonly StoredLesson[],
  others: readonly StoredLesson[],
  slugOf: (title: string) => string,
): CoursePlan {
  const found = matches(wanted, own, others);
  const kept = new Set([...found.values()].map((lesson) => lesson.id));
  const gone = own.filter((lesson) => !kept.has(lesson.id));
  // files are named by their authors, so they choose first
  const ofFile = (place: WantedPlace): string | undefined => {
    const lesson = found.get(place);
    const slug = place.lesson?.slug;
    return slug !== undefined && lesson?.left?.includes(slug) ? lesson.slug : slug;
  };
  const taken = new Set(wanted.flatMap((place) => ofFile(place) ?? []));
  const renamed: CoursePlan['renamed'] = [];
  for (const lesson of [...others.filter((one) => !kept.has(one.id)), ...gone.filter((one) => one.used)]) {
    const slug = free(lesson.slug, taken);
    if (slug !== lesson.slug) renamed.push({ id: lesson.id, slug });
  }
  const lessons = wanted.map((place): PlannedLesson => {
    const lesson = found.get(place);
    return {
      id: lesson?.id ?? null,
      contentId: place.lesson?.contentId ?? null,
      level: place.level,
      place: place.place,
      slug: ofFile(place) ?? free(lesson?.slug ?? slugOf(place.title), taken),
      listedTitle: place.title,
    };
  });
  return {
    lessons,
    archive: gone.filter((lesson) => lesson.used && !lesson.archived).map((lesson) => lesson.id),
    remove: gone.filter((lesson) => !lesson.used).map((lesson) => lesson.id),
    renamed,
  };
}

/** The stored lesson of each place, as far as there is one; none stands for two places. */
function matches(
  wanted: readonly WantedPlace[],
  own: readonly StoredLesson[],
  others: readonly StoredLesson[],
): Map<WantedPlace, StoredLesson> {
  const found = new Map<WantedPlace, StoredLesson>();
  const left = new Set(own);
  const take = (place: WantedPlace, lesson: StoredLesson | undefined): void => {
    if (lesson === undefined || found.has(place)) return;
    found.set(place, lesson);
    left.delete(lesson);
  };
  const byContent = new Map(
    [...others, ...own].flatMap((lesson) => (lesson.contentId === null ? [] : [[lesson.contentId, lesson] as const])),
  );
  for (const place of wanted) if (place.lesson !== null) take(place, byContent.get(place.lesson.contentId));
  const without = (is: (place: WantedPlace, lesson: StoredLesson) => boolean): void => {
    for (const place of wanted)
      if (!found.has(place))
        take(
          place,
          [...left].find((lesson) => lesson.contentId === null && is(place, lesson)),
        );
  };
  // a place that was written in a file meanwhile takes over what stood there under the same title
  without((place, lesson) => lesson.level === place.level && (lesson.listedTitle ?? lesson.title) === place.title);
  // one whose title was put right stands where it stood; an archived one stands nowhere
  without(
    (place, lesson) =>
      place.lesson === null && !lesson.archived && lesson.level === place.level && lesson.place === place.place,
  );
  return found;
}

/** The slug itself, else the first of its numbered brothers that nobody has; it is taken from now on. */
function free(slug: string, taken: Set<string>): string {
  let tried = slug;
  for (let number = 2; taken.has(tried); number++) tried = `${slug}-${number}`;
  taken.add(tried);
  return tried;
}
