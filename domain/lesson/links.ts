/** Links of a lesson: to the web, within the page, or to another lesson's file. */
import type { Problems, Spot } from './problems.ts';

/** A link that only somebody who knows all files can resolve. */
export interface LessonLink {
  /** as written: `05-gradients-in-code.md#steps`, `#derivatives` */
  href: string;
  at: Spot;
}

const WEB = /^(?:https?:\/\/|mailto:)/i;
const LESSON = /^(?:\.{1,2}\/)*(?:[\w-]+\/)*[\w-]+\.md(?:#[\w-]+)?$/;

/** Reports what lessons cannot link to; gives links that are still to be resolved. */
export function checkLink(href: string, at: Spot, problems: Problems): LessonLink | null {
  if (WEB.test(href)) return null;
  if (href.startsWith('#') || LESSON.test(href)) return { href, at };
  problems.add(at, 'link.form', { href });
  return null;
}

/** The address of a linked lesson, relative to another one's: pages of lessons lie side by side, named by their slugs. */
export function pageAddress(href: string): string {
  if (!LESSON.test(href)) return href;
  const [file = '', anchor] = href.split('#');
  return anchor === undefined ? slugOfFile(file) : `${slugOfFile(file)}#${anchor}`;
}

/** The slug of a lesson's file: its name without folder, number and extension. */
export function slugOfFile(file: string): string {
  const name = file.split('/').at(-1) ?? file;
  return name.replace(/\.md$/, '').replace(/^\d+-/, '');
}
