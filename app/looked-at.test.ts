/** Every page is looked at by axe in some story: a new one stands here with the story that does. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../launch/state-folder.ts';

/** The story of tests/e2e/, and by what it comes to the page. */
const LOOKED_AT: Record<string, readonly [story: string, comesBy: string]> = {
  '/': ['pages', "'/',"],
  '/account': ['pages', "'/account'"],
  '/activities/[id]': ['quizzes', "goto('/home')"],
  '/admin/courses': ['pages-desk', "'/admin/courses'"],
  '/admin/courses/[id]': ['pages-desk', 'openCourse'],
  '/admin/courses/[id]/editors': ['pages-desk', '/editors'],
  '/admin/courses/[id]/export': ['courses', "'Take out'"],
  '/admin/courses/files': ['pages-desk', '/admin/courses/files'],
  '/admin/courses/import': ['courses', 'Bring in a course'],
  '/admin/failures': ['regrade', 'the failures'],
  '/admin/lesson-format': ['pages-desk', '/admin/lesson-format'],
  '/admin/lessons/[id]': ['pages-desk', '/^Edit:/'],
  '/admin/lessons/[id]/regrade': ['regrade', 'the report of all classes'],
  '/admin/people': ['pages-desk', '/admin/people'],
  '/admin/pieces': ['pages-desk', '/admin/pieces'],
  '/classes': ['pages-desk', "'/classes'"],
  '/classes/[id]': ['pages-desk', '/classes/$'],
  '/classes/[id]/activities/[activity]': ['activities', 'Results: '],
  '/classes/[id]/grades': ['pages-desk', '/grades`'],
  '/classes/[id]/grades/[student]': ['pages-desk', 'ofStudent,'],
  '/classes/[id]/grades/files': ['pages-desk', '/grades/files`'],
  '/classes/[id]/insight': ['pages-desk', '/insight`'],
  '/classes/[id]/lessons': ['pages-desk', '/lessons`'],
  '/classes/[id]/people': ['pages-desk', '/people`'],
  '/classes/[id]/people/add': ['pages-desk', '/people/add`'],
  '/classes/[id]/people/tickets': ['pages-desk', '/people/tickets`'],
  '/classes/[id]/quizzes': ['pages-desk', '/quizzes`'],
  '/classes/[id]/regrade': ['regrade', 'the report'],
  '/classes/[id]/settings': ['pages-desk', '/settings`'],
  '/courses/[course]': ['courses', 'As students see it'],
  '/courses/[course]/[level]': ['pages', '/level-05'],
  '/first-quiz': ['pages-desk', '/first-quiz'],
  '/first-steps': ['pages-desk', '/first-steps'],
  '/grades': ['pages', "'/grades'"],
  '/home': ['pages', "'/home'"],
  '/how/[paper]': ['pages-desk', '/how/questions'],
  '/invited/[token]': ['class-people', 'the door of a class for a colleague'],
  '/join': ['pages', "'/join'"],
  '/join-class/[token]': ['desk', 'the door of a class'],
  '/join/[code]': ['pages-live', 'the door of a room'],
  '/lessons/[slug]': ['pages', '/lessons/gradients-and-derivatives'],
  '/live': ['pages-live', "'/live'"],
  '/live/[session]/host': ['pages-live', 'teacher.page'],
  '/live/[session]/replay': ['pages-live', '/replay`'],
  '/live/[session]/report': ['pages-live', '/report`'],
  '/live/[session]/screen': ['pages-live', 'screen.goto'],
  '/misconceptions': ['pages-desk', '/misconceptions'],
  '/play/[session]': ['pages-live', 'joinQuiz'],
  '/played': ['pages-live', "'/played'"],
  '/played/[session]': ['pages-live', '\\/played\\/'],
  '/questions': ['pages-desk', "'/questions'"],
  '/questions/[id]': ['questions', '/questions/$'],
  '/questions/import': ['pages-desk', '/questions/import'],
  '/questions/new': ['pages-desk', '/questions/new'],
  '/quizzes': ['quizzes', "name: 'Quizzes'"],
  '/quizzes/[id]': ['quizzes', "'New quiz'"],
  '/quizzes/[id]/versions/[number]': ['quizzes', "'Version 1'"],
  '/reset/[token]': ['desk', 'a new password'],
  '/sign-in': ['pages', "'/sign-in'"],
};

/** The address of a page without the groups of its folders. */
const routeOf = (file: string): string => {
  const folders = path.dirname(file).split('/').slice(1);
  return `/${folders.filter((one) => !one.startsWith('(')).join('/')}`;
};

describe('axe', () => {
  it('looks at every page', () => {
    const routes = globSync('app/**/page.tsx', { cwd: ROOT }).map(routeOf);
    expect(routes.length).toBeGreaterThan(40);
    expect(Object.keys(LOOKED_AT).toSorted()).toEqual(routes.toSorted());
  });

  it.each(Object.entries(LOOKED_AT))('at %s in a story that comes by', (_route, [story, comesBy]) => {
    const text = readFileSync(path.join(ROOT, `tests/e2e/${story}.spec.ts`), 'utf8');
    expect(text).toContain(comesBy);
    expect(text).toMatch(/\b(?:findings|lookAt|look)\(/);
  });
});
