/** Names that a submission defines, read from its text, and which of them was probably meant to be the one asked for. */
import { editDistance } from './edit-distance.ts';
import type { Language } from './notation.ts';

const DEFINED: Record<Language, RegExp> = {
  python:
    /^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+([\p{L}_][\p{L}\p{N}_]*)|^([\p{L}_][\p{L}\p{N}_]*)[ \t]*(?::[^=\n]*)?=(?!=)/gmu,
  javascript:
    /\b(?:function[ \t]*\*?|class|const|let|var)[ \t]+([\p{L}_$][\p{L}\p{N}_$]*)|^([\p{L}_$][\p{L}\p{N}_$]*)[ \t]*=(?![=>])/gmu,
};
/** More text, names and letters than these are not looked at. */
const MOST = { text: 50_000, names: 200, letters: 60 };

/**
 * The defined name that is a misspelling of `wanted`: at most one letter in three wrong, missing, added or changed places,
 * where case and underscores do not count. Null: none is that near.
 */
export function nearestName(source: string, wanted: string, language: Language): string | null {
  const names = new Set<string>();
  for (const [, first, second] of source.slice(0, MOST.text).matchAll(DEFINED[language])) {
    if (names.size < MOST.names) names.add(first ?? second ?? '');
  }
  // it is defined, but where it cannot be called (inside another function), or as no function
  names.delete(wanted);
  const plain = letters(wanted);
  let nearest: string | null = null;
  let least = Math.floor(plain.length / 3) + 1;
  for (const name of names) {
    const distance = name.length > MOST.letters ? least : editDistance(letters(name), plain);
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}

const letters = (name: string): string => name.replaceAll(/[_$]/g, '').toLowerCase();
