/** Every page asks who looks at it, and every address below `/api/` is a command's: read off their sources. And none stands in a page. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const APP = import.meta.dirname;
const ASKS = /await require(?:Viewer|Permission|(?:Any)?Class|Grades|Host|Report|Courses|Editor|Author)\(/;

/** Open to everybody, each for its reason. */
const PUBLIC: Record<string, string> = {
  'page.tsx': 'the front door',
  'sign-in/page.tsx': 'for who is not signed in yet',
  'join/page.tsx': 'guests play too',
  'join/[code]/page.tsx': 'guests play too',
  'join-class/[token]/page.tsx': 'the link is the permission',
  'mail/confirm/[token]/page.tsx': 'the link is the permission',
  'mail/off/[token]/page.tsx': 'the link is the permission',
  'reset/[token]/page.tsx': 'the link is the permission',
  'play/[session]/page.tsx': 'the token of the seat is the permission, and the socket asks for it',
};
/** Addresses that are no command's, and what asks there. */
const BY_HAND: Record<string, RegExp> = {
  'api/auth/[...nextauth]/route.ts': /NextAuth\(/,
  'api/grades/[id]/route.ts': /await requireGrades\(/,
  'api/scores/[id]/route.ts': /await requireClass\(/,
  'api/regrades/[id]/route.ts': /await readRegrade\(viewer, /,
  'api/unsubscribe/[token]/route.ts': /await unsubscribe\(input\.data\)/,
  'api/reports/[session]/route.ts': /await requireReport\(/,
};

function sources(pattern: string): [string, string][] {
  return globSync(pattern, { cwd: APP })
    .toSorted()
    .map((file) => [file, readFileSync(path.join(APP, file), 'utf8')]);
}

describe('who may see it is asked', () => {
  it('by every page that is not on the short list of public ones', () => {
    const open = sources('**/page.tsx').flatMap(([file, text]) => (ASKS.test(text) ? [] : [file]));
    expect(open).toEqual(Object.keys(PUBLIC).toSorted());
  });

  it('by every address: it serves commands, which ask themselves, or stands on the short list', () => {
    for (const [file, text] of sources('api/**/route.ts')) {
      const byHand = BY_HAND[file];
      if (byHand !== undefined) expect(text, file).toMatch(byHand);
      else
        expect(text, file).toMatch(
          /^export const POST = (?:serveCall|servingFolder\('practice', commands\.practice\));$/m,
        );
      const verbs = [...text.matchAll(/^export (?:const|async function) (\w+)/gm)].map(([, verb]) => verb);
      if (byHand === undefined) expect(verbs, file).toEqual(['POST']);
    }
  });
});

/** What has an address of its own in a page: no commands, but the mount of the calls, sign-in, and files to keep. */
const NAMED: Record<string, RegExp> = {
  '_client/calls.ts': /'\/api\/rpc'|^import type \{ CallRouter \}/,
  '_data/auth.ts': /\/api\/auth'/,
  '_features/regrading/regrade-panel.tsx': /\/api\/regrades\//,
  '(teacher)/classes/[id]/board-view.tsx': /\/api\/scores\//,
  '(teacher)/classes/[id]/grades/files/page.tsx': /\/api\/grades\//,
  '(teacher)/live/[session]/report/export-menu.tsx': /\/api\/reports\//,
};

describe('no page', () => {
  it('names an address of a command: it calls it by its types', () => {
    const naming = sources('**/*.{ts,tsx}')
      .filter(([file]) => !file.startsWith('api/') && !/\.test\.tsx?$/.test(file))
      .flatMap(([file, text]) =>
        text.split('\n').flatMap((line) => (line.includes('/api/') ? [[file, line] as const] : [])),
      );
    expect(naming.length).toBeGreaterThanOrEqual(Object.keys(NAMED).length);
    expect(naming.filter(([file, line]) => NAMED[file]?.test(line) !== true)).toEqual([]);
  });
});
