/** Every page is looked at by axe in some story: a new one stands here with the story of this folder that does. */
export const LOOKED_AT: Readonly<Record<string, string>> = {
  '/': 'pages',
  '/account': 'pages',
  '/activities/[id]': 'quizzes',
  '/admin/courses': 'pages-desk',
  '/admin/courses/[id]': 'pages-desk',
  '/admin/courses/[id]/editors': 'pages-desk',
  '/admin/courses/[id]/export': 'courses',
  '/admin/courses/files': 'pages-desk',
  '/admin/courses/import': 'courses',
  '/admin/failures': 'regrade',
  '/admin/lesson-format': 'pages-desk',
  '/admin/lessons/[id]': 'pages-desk',
  '/admin/lessons/[id]/regrade': 'regrade',
  '/admin/people': 'pages-desk',
  '/admin/pieces': 'pages-desk',
  '/classes': 'pages-desk',
  '/classes/[id]': 'pages-desk',
  '/classes/[id]/activities/[activity]': 'activities',
  '/classes/[id]/asked': 'pages-desk',
  '/classes/[id]/grades': 'pages-desk',
  '/classes/[id]/grades/[student]': 'pages-desk',
  '/classes/[id]/grades/files': 'pages-desk',
  '/classes/[id]/insight': 'pages-desk',
  '/classes/[id]/lessons': 'pages-desk',
  '/classes/[id]/now': 'pages-desk',
  '/classes/[id]/now/[snapshot]': 'class-now',
  '/classes/[id]/people': 'pages-desk',
  '/classes/[id]/people/add': 'pages-desk',
  '/classes/[id]/people/tickets': 'pages-desk',
  '/classes/[id]/quizzes': 'pages-desk',
  '/classes/[id]/regrade': 'regrade',
  '/classes/[id]/settings': 'pages-desk',
  '/courses/[course]': 'courses',
  '/courses/[course]/[level]': 'pages',
  '/first-quiz': 'pages-desk',
  '/first-steps': 'pages-desk',
  '/grades': 'pages',
  '/home': 'pages',
  '/how/[paper]': 'pages-desk',
  '/invited/[token]': 'class-people',
  '/join': 'pages',
  '/join-class/[token]': 'desk',
  '/join/[code]': 'pages-live',
  '/lessons/[slug]': 'pages',
  '/live': 'pages-live',
  '/live/[session]/host': 'pages-live',
  '/live/[session]/replay': 'pages-live',
  '/live/[session]/report': 'pages-live',
  '/live/[session]/screen': 'pages-live',
  '/mail/confirm/[token]': 'pages',
  '/mail/off/[token]': 'pages',
  '/misconceptions': 'pages-desk',
  '/notices': 'pages',
  '/play/[session]': 'pages-live',
  '/played': 'pages-live',
  '/played/[session]': 'pages-live',
  '/practise': 'pages',
  '/questions': 'pages-desk',
  '/questions/[id]': 'questions',
  '/questions/import': 'pages-desk',
  '/questions/new': 'pages-desk',
  '/quizzes': 'quizzes',
  '/quizzes/[id]': 'quizzes',
  '/quizzes/[id]/versions/[number]': 'quizzes',
  '/reset/[token]': 'desk',
  '/sign-in': 'pages',
};

/** What a look is noted as in the report of its test. */
export const LOOK = 'looked at';

/** The page of an address; the more of it is written out, the nearer. */
export function pageOf(path: string): string | undefined {
  const fits = Object.keys(LOOKED_AT).filter((route) => {
    const parts = route.split('/').map((part) => (part.startsWith('[') ? '[^/]+' : part.replaceAll('.', '\\.')));
    return new RegExp(`^${parts.join('/')}$`).test(path);
  });
  return fits.toSorted((one, other) => drawnParts(one) - drawnParts(other))[0];
}

const drawnParts = (route: string): number => route.split('[').length;

/** The pages that a story is said to look at, and did not. @param paths what it looked at */
export function missedBy(story: string, paths: readonly string[]): string[] {
  const seen = new Set(paths.map(pageOf));
  return Object.entries(LOOKED_AT).flatMap(([route, by]) => (by === story && !seen.has(route) ? [route] : []));
}
