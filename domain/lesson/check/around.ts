/** What a lesson cannot know of itself: whether its links lead somewhere, and whether ids of its questions are taken. */
import type { Compiled } from '../compile.ts';
import { type LessonLink, slugOfFile } from '../links.ts';
import type { LessonProblem } from '../problems.ts';
import { START } from '../problems.ts';

type Lesson = Extract<Compiled, { ok: true }>;

/** What stands around a lesson: files beside its file, or lessons of its classroom. */
export interface Around {
  /** headings and questions of the lesson that a link leads to; `unread`: it is there and not written, or broken itself; null: there is none */
  anchorsAt(href: string): ReadonlySet<string> | 'unread' | null;
  /** what else has a question of this id; undefined: nothing has */
  takenBy(id: string): string | undefined;
}

/** Links that lead to no lesson, or to no heading of it, and ids that another lesson's questions have. */
export function wrongAround(file: string, lesson: Lesson, around: Around): LessonProblem[] {
  const links = wrongLinks(file, lesson.links, (target) =>
    isItself(target, lesson) ? anchorsOf(lesson) : around.anchorsAt(target),
  );
  const ids = lesson.lesson.questions.flatMap(({ id }): LessonProblem[] => {
    const other = around.takenBy(id);
    return other === undefined
      ? []
      : [{ file, ...(lesson.spots[id] ?? START), code: 'check.sameId', params: { id, other } }];
  });
  return [...links, ...ids];
}

/** Links that lead to no lesson, or to no heading of it. */
export function wrongLinks(
  file: string,
  links: readonly LessonLink[],
  anchorsAt: Around['anchorsAt'],
): LessonProblem[] {
  return links.flatMap(({ href, at }): LessonProblem[] => {
    const [target = '', anchor] = href.split('#');
    const found = anchorsAt(target);
    if (found === null) return [{ file, ...at, code: 'link.file', params: { href } }];
    if (anchor === undefined || found === 'unread' || found.has(anchor)) return [];
    return [{ file, ...at, code: 'link.otherAnchor', params: { href } }];
  });
}

const isItself = (target: string, { lesson }: Lesson): boolean => slugOfFile(target) === lesson.slug;

/** A lesson as far as links lead into it. */
interface Headed {
  toc: readonly { id: string }[];
  questions: readonly { id: string }[];
}

/** What a link into a lesson may name. */
export function anchorsOf({ lesson: { toc, questions } }: { lesson: Headed }): Set<string> {
  return new Set([...toc, ...questions].map(({ id }) => id));
}
