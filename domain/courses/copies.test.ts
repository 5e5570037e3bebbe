import { describe, expect, it } from 'vitest';
import { lessonId } from '../lesson/front-matter.ts';
import { copyOf, withTitle } from './copies.ts';

const SOURCE = `---
# what this is about
title: Gradients   # short
description: "One: sentence."
id: gradients
---

## title: not this one

See [code](05-gradients-in-code.md#steps), [the first](../level-01/01-first.md) and [elsewhere](https://a.example/b.md).
`;

describe('a lesson that is renamed', () => {
  it('has its new title, whatever stands in it, and all else as it was', () => {
    const renamed = withTitle(SOURCE, 'Down: a "slope" # 1');
    expect(renamed).toContain('# what this is about\n');
    expect(renamed).toContain('description: "One: sentence."\n');
    expect(renamed.split('---\n')[2]).toBe(SOURCE.split('---\n')[2]);
    expect(renamed).toMatch(/^title: .*Down: a .*slope.* # 1.* # short$/m);
    expect(lessonId(renamed, 'x.md')).toBe('gradients');
    expect(withTitle(renamed, 'Gradients')).toMatch(/^title: ["']?Gradients["']? # short$/m);
  });
  it('stays as it is where it has no front matter', () => {
    expect(withTitle('## Text\n', 'Title')).toBe('## Text\n');
  });
  it('keeps the line ends of its file', () => {
    expect(withTitle('---\r\ntitle: A\r\ndescription: B\r\n---\r\nText\r\n', 'C')).toBe(
      '---\r\ntitle: C\r\ndescription: B\r\n---\r\nText\r\n',
    );
  });
});

describe('a copy of a lesson', () => {
  const slugs = new Map([['gradients-in-code', 'gradients-in-code-2']]);
  it('leads to the copies of those that are copied with it, and to the others as before', () => {
    const copy = copyOf(SOURCE, { slugs });
    expect(copy).toContain('[code](gradients-in-code-2.md#steps)');
    expect(copy).toContain('[the first](../level-01/01-first.md)');
    expect(copy).toContain('(https://a.example/b.md)');
  });
  it('is not the lesson of the file', () => {
    expect(lessonId(copyOf(SOURCE, {}), 'gradients-2.md')).toBe('gradients-2');
  });
  it('has the title that it is given', () => {
    expect(copyOf(SOURCE, { title: 'Again' })).toMatch(/^title: Again # short$/m);
  });
});
