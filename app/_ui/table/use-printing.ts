'use client';
/** Whether the page is being printed: what is laid out in part on a screen is whole on paper. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    // what is printed is taken as soon as this returns
    const print = (): void => flushSync(() => setPrinting(true));
    const turned = (): void => (paper.matches ? print() : setPrinting(false));
    const over = (): void => setPrinting(false);
    paper.addEventListener('change', turned);
    window.addEventListener('beforeprint', print);
    window.addEventListener('afterprint', over);
    return () => {
      paper.removeEventListener('change', turned);
      window.removeEventListener('beforeprint', print);
      window.removeEventListener('afterprint', over);
    };
  }, []);
  return printing;
}
