/** Fenced blocks that an exercise must have, and their languages. */
import type { Code } from 'mdast';
import type { ReadDirective } from './directive.ts';
import type { FenceRole } from './fence-roles.ts';
import { type Problems, spotOf } from './problems.ts';

export type CodeLanguage = 'python' | 'javascript';

const LANGUAGES: Record<string, CodeLanguage> = {
  python: 'python',
  py: 'python',
  javascript: 'javascript',
  js: 'javascript',
};

/** The fenced block of that role; null where it is missing, which is told. */
export function requiredFence(directive: ReadDirective, role: FenceRole, problems: Problems): Code | null {
  const fence = directive.fences[role];
  if (fence) return fence;
  problems.add(spotOf(directive.node), 'fence.missing', { word: role });
  return null;
}

/** The language of a code block that is to be run. */
export function languageOf(fence: Code, problems: Problems): CodeLanguage | null {
  const language = LANGUAGES[fence.lang ?? ''];
  if (language) return language;
  problems.add(spotOf(fence), 'fence.language', { language: fence.lang ?? '', known: 'python, javascript' });
  return null;
}

/** Tells fenced blocks that this kind of question has no use for. */
export function refuseFences(
  directive: ReadDirective,
  known: readonly FenceRole[],
  kind: string,
  problems: Problems,
): void {
  for (const [role, fence] of Object.entries(directive.fences)) {
    if (!known.some((name) => name === role)) {
      problems.add(spotOf(fence), 'fence.notHere', { word: role, kind, known: known.join(', ') || '–' });
    }
  }
}

/** Source as it is stored: ends in exactly one line break. */
export function sourceOf(fence: Code): string {
  return `${fence.value.trimEnd()}\n`;
}
