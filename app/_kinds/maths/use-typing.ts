'use client';
/** Whether formulas are typed typeset or as plain text, as their student likes it: kept for all lessons. */
import { useEffect, useRef, useState } from 'react';
import { keepItem, keptItem } from '../../_client/kept-item.ts';

export const TYPING_KEPT = 'nabla-maths-input';

/** A formula in plain signs, as it is read or as it was chosen; what cannot be read stays. */
type AsText = (text: string, chosen: string | undefined) => string;

/** @param rewrite puts plain signs where LaTeX was */
export function useTyping<A>(
  answer: A,
  rewrite: (asText: AsText, answer: A) => void,
  variables: readonly string[],
): { plain: boolean; toggle(): Promise<void> } {
  const [plain, setPlain] = useState(false);
  const latest = useRef({ answer, rewrite });
  latest.current = { answer, rewrite };
  useEffect(() => setPlain(keptItem(TYPING_KEPT) === 'plain'), []);
  const toggle = async (): Promise<void> => {
    keepItem(TYPING_KEPT, plain ? 'typeset' : 'plain');
    setPlain(!plain);
    if (plain) return;
    // LaTeX is nothing to go on typing: what was understood is written in plain signs
    const reader = await import('./mathlive.ts').catch(() => null);
    // the network went before it came: it stays as it was typed, which is read as well
    if (reader === null) return;
    // what was typed while it was on its way is not what stood there before
    const { answer: now, rewrite: write } = latest.current;
    write((text, chosen) => reader.asText(text, variables, chosen), now);
  };
  return { plain, toggle };
}
