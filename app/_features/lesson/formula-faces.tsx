'use client';
/** The typefaces of nearly every formula, asked for at once: one that comes after the text was painted moves its lines. */
import { preload } from 'react-dom';

const FACES = [
  new URL('katex/dist/fonts/KaTeX_Main-Regular.woff2', import.meta.url),
  new URL('katex/dist/fonts/KaTeX_Math-Italic.woff2', import.meta.url),
].map(({ pathname }) => pathname);

export function FormulaFaces() {
  for (const face of FACES) preload(face, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return null;
}
