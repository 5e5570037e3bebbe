import { describe, expect, it } from 'vitest';
import { lessonId } from './front-matter.ts';

const file = 'level-05/06-the-chain-rule.md';

describe('who a lesson is', () => {
  it('is its file’s name without the number, unless its front matter says it', () => {
    expect(lessonId('---\ntitle: The chain rule\ndescription: One.\n---\n\nid: no\n', file)).toBe('the-chain-rule');
    expect(lessonId('---\ntitle: A\nid: chain\n---\n', file)).toBe('chain');
    expect(lessonId('\uFEFF---\r\nid: "chain-2" # kept\r\ntitle: A\r\n---\r\nText', file)).toBe('chain-2');
  });

  it('is the file’s name too where the front matter is broken: the compiler tells of it', () => {
    for (const source of ['', 'No front matter', '---\nid: [\n---\n', '---\nid: not an id\n---\n', '---\nid: chain'])
      expect(lessonId(source, file)).toBe('the-chain-rule');
  });
});
