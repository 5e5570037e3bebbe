/** The questions of a GIFT file as pieces of text, with the lines on which they begin. */

import { ownId } from '../own-id.ts';
import { readTags, tagsOfCategory } from '../tags.ts';

export interface Block {
  text: string;
  /** from 1 */
  line: number;
  /** as we write it above a question, `// [id:…]`; null: it has none of ours */
  id: string | null;
  /** of its category, and of `// [tag:…]` above it */
  tags: string[];
}

/** Comments and categories are taken out; the lines are still counted with them. */
export function blocksOf(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let category: string[] = [];
  let said: string[] = [];
  let id: string | null = null;
  let held: string[] = [];
  let began = 0;
  const end = (): void => {
    if (held.some((line) => line.trim() !== '')) {
      blocks.push({ text: held.join('\n'), line: began + 1, id, tags: readTags([...category, ...said]) });
      said = [];
      id = null;
    }
    held = [];
  };
  lines.forEach((line, index) => {
    if (/^\s*\/\//.test(line)) {
      id = ownId(/\[id:([^\]]*)\]/i.exec(line)?.[1] ?? '') ?? id;
      said.push(
        ...[...line.matchAll(/\[tag:\s*((?:\\.|[^\]\\])*)\]/gi)].map(([, tag = '']) => tag.replace(/\\(.)/g, '$1')),
      );
      return;
    }
    const folder = /^\s*\$(?:CATEGORY|question->category)\b\s*:?(.*)/i.exec(line);
    if (folder !== null) {
      category = tagsOfCategory(folder[1] ?? '');
      return;
    }
    if (line.trim() === '') {
      if (held.length > 0 && !goesOn(held.join('\n'), lines, index)) end();
      else if (held.length > 0) held.push(line);
      return;
    }
    if (held.length === 0) began = index;
    held.push(line);
  });
  end();
  return blocks;
}

/** Braces without a backslash before them: what is open after the text. */
function depthOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth = Math.max(0, depth - 1);
  }
  return depth;
}

/** A blank line within an answer that is closed before another question begins. */
function goesOn(held: string, lines: readonly string[], from: number): boolean {
  if (depthOf(held) === 0) return false;
  for (const line of lines.slice(from, from + 60)) {
    if (/^\s*::/.test(line)) return false;
    const brace = /(?<!\\)[{}]/.exec(line);
    if (brace !== null) return brace[0] === '}';
  }
  return false;
}
