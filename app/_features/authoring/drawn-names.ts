'use client';
/** The names of numbers that a question draws, for the fields in which they may stand. */
import { createContext } from 'react';

export const DrawnNames = createContext<readonly string[]>([]);

/** Braces around what is drawn, as a field for formulas writes them: `\\left\\lbrace a\\right\\rbrace`, `\\lbrace a\\rbrace`, `\\{a\\}`. */
const BRACES = /\\left\\lbrace(.*?)\\right\\rbrace|\\lbrace(.*?)\\rbrace|\\\{(.*?)\\\}/g;

/** A formula in which what is drawn stands in plain braces, by which its values are put in; a set stays one. */
export function withDrawn(latex: string, names: readonly string[]): string {
  if (names.length === 0) return latex;
  return latex.replace(BRACES, (whole, first?: string, second?: string, third?: string) => {
    const inside = (first ?? second ?? third ?? '').replace(/\\cdot\s*|\\times\s*/g, '*').trim();
    const words = inside.match(/[A-Za-z]\w*/g) ?? [];
    const isDrawn = words.length > 0 && words.every((word) => names.includes(word));
    return isDrawn && /^[\w\s+*/^().-]+$/.test(inside) ? `{${inside}}` : whole;
  });
}
