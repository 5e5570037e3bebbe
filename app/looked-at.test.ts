/** Every page is looked at by axe in some story: `tests/e2e/looked-at-reporter.ts` holds each story to what is said of it here. */
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../launch/state-folder.ts';
import { LOOKED_AT, missedBy, pageOf } from '../tests/e2e/looked-at.ts';

/** The address of a page without the groups of its folders. */
const routeOf = (file: string): string => {
  const folders = path.dirname(file).split('/').slice(1);
  return `/${folders.filter((one) => !one.startsWith('(')).join('/')}`;
};

describe('axe', () => {
  it('looks at every page, in a story that there is', () => {
    const routes = globSync('app/**/page.tsx', { cwd: ROOT }).map(routeOf);
    expect(routes.length).toBeGreaterThan(40);
    expect(Object.keys(LOOKED_AT).toSorted()).toEqual(routes.toSorted());
    for (const story of Object.values(LOOKED_AT))
      expect(existsSync(path.join(ROOT, `tests/e2e/${story}.spec.ts`)), story).toBe(true);
  });

  it('knows a page by its address, and what a story has not looked at', () => {
    expect(['/', '/questions/new', '/questions/0b51', '/live/0b51/host', '/no/such/page'].map(pageOf)).toEqual([
      '/',
      '/questions/new',
      '/questions/[id]',
      '/live/[session]/host',
      undefined,
    ]);
    expect(missedBy('regrade', ['/admin/failures', '/classes/0b51/regrade'])).toEqual(['/admin/lessons/[id]/regrade']);
    expect(missedBy('no such story', [])).toEqual([]);
  });
});
