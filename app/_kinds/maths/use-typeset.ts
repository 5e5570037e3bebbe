'use client';
/** Whether an author writes formulas typeset: kept with what they chose as a student of lessons; a device that is touched begins with plain text. */
import { useEffect, useState } from 'react';
import { keepItem, keptItem } from '../../_client/kept-item.ts';
import { TYPING_KEPT } from './use-typing.ts';

export function useTypeset(): { typeset: boolean; toggle(): void } {
  const [typeset, setTypeset] = useState(false);
  useEffect(() => {
    const kept = keptItem(TYPING_KEPT);
    // there the keys of a question would be missing
    setTypeset(kept === null ? !matchMedia('(pointer: coarse)').matches : kept !== 'plain');
  }, []);
  return {
    typeset,
    toggle() {
      keepItem(TYPING_KEPT, typeset ? 'plain' : 'typeset');
      setTypeset(!typeset);
    },
  };
}
