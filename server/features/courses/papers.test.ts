import { expect, it } from 'vitest';
import { readPaper } from './papers.ts';

it.each(['lesson-format', 'questions', 'quizzes', 'imports'] as const)(
  'the paper %s is shown without its title, and its links lead to pages or places of its own',
  async (name) => {
    const { html, toc } = await readPaper(name);
    expect(html).not.toContain('<h1');
    expect(toc.length).toBeGreaterThan(3);
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) => href);
    // none of a file of docs/, nor one that hangs on where it is shown
    expect(links.filter((href) => !/^(?:https?:|#|\/(?:how|admin)\/)/.test(href))).toEqual([]);
  },
);

it('the paper of questions leads to those of quizzes, of lessons and of what comes in', async () => {
  const { html } = await readPaper('questions');
  for (const page of ['/how/quizzes', '/admin/lesson-format', '/how/imports']) expect(html).toContain(`href="${page}"`);
});
