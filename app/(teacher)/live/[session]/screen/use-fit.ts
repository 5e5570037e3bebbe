'use client';
/** Fits what stands in a stage to the wall: measures layout after layout, again whenever it changes. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { chooseLayout, hasLongLine, type Layout, type Measured } from './layouts.ts';

/** What may be too wide; the rest wraps. */
const FORMULA = '.katex-display';
const WIDE = `pre, table, ${FORMULA}`;

/** @returns how many pages it takes */
export function useFit(stage: RefObject<HTMLElement | null>, flow: RefObject<HTMLElement | null>): number {
  const [pages, setPages] = useState(1);
  useLayoutEffect(() => {
    const [outer, inner] = [stage.current, flow.current];
    if (outer === null || inner === null) return;
    let waiting = 0;
    const refit = (): void => {
      waiting = 0;
      setPages(fitNow(outer, inner));
    };
    // a picture, a font or a late formula may come many at once
    const soon = (): void => {
      waiting ||= requestAnimationFrame(refit);
    };
    refit();
    const written = new MutationObserver(refit);
    written.observe(inner, { childList: true, characterData: true, subtree: true });
    const sized = new ResizeObserver(soon);
    sized.observe(outer);
    inner.addEventListener('load', soon, true);
    document.fonts?.addEventListener('loadingdone', soon);
    return () => {
      cancelAnimationFrame(waiting);
      written.disconnect();
      sized.disconnect();
      inner.removeEventListener('load', soon, true);
      document.fonts?.removeEventListener('loadingdone', soon);
    };
  }, [stage, flow]);
  return pages;
}

function fitNow(stage: HTMLElement, flow: HTMLElement): number {
  for (const code of flow.querySelectorAll('pre')) code.toggleAttribute('data-long', hasLongLine(code.textContent));
  const { layout, pages } = chooseLayout((one) => measure(stage, flow, one));
  layOut(stage, layout);
  stage.toggleAttribute('data-wrap', anyCut(flow, layout));
  for (const formula of flow.querySelectorAll<HTMLElement>(FORMULA)) narrow(formula);
  return pages;
}

/** A formula cannot wrap: one that no layout has room for is as large as it can be seen whole. */
function narrow(formula: HTMLElement): void {
  // once more where letters so small are wider than they should be
  for (let size = 1, tried = 0; tried < 4 && formula.clientWidth > 0; tried++) {
    if (formula.scrollWidth <= formula.clientWidth + 1) return;
    // a hundredth less: what is rounded up would be cut
    size *= (formula.clientWidth / formula.scrollWidth) * 0.99;
    formula.style.fontSize = `${size}em`;
  }
}

function layOut(stage: HTMLElement, layout: Layout): void {
  stage.dataset.flow = layout.flow;
  stage.removeAttribute('data-wrap');
  for (const formula of stage.querySelectorAll<HTMLElement>(FORMULA)) formula.style.removeProperty('font-size');
  for (const name of ['prompt', 'text', 'code', 'picture'] as const)
    stage.style.setProperty(`--${name}`, `calc(${layout[name]} * var(--u))`);
  stage.style.setProperty('--columns', String(layout.columns));
  stage.style.setProperty('--space', `calc(${layout.space} * var(--u))`);
}

function measure(stage: HTMLElement, flow: HTMLElement, layout: Layout): Measured {
  layOut(stage, layout);
  const tooWide = anyCut(flow, layout);
  if (layout.flow === 'stacked') return { pages: flow.scrollHeight > stage.clientHeight + 1 ? 2 : 1, tooWide };
  const gap = Number.parseFloat(getComputedStyle(flow).columnGap) || 0;
  // the last page may be half empty
  const share = (flow.scrollWidth + gap) / (flow.clientWidth + gap);
  return { pages: Math.max(1, Math.ceil(share - 0.02)), tooWide };
}

function anyCut(flow: HTMLElement, layout: Layout): boolean {
  return [...flow.querySelectorAll<HTMLElement>(WIDE)].some((one) =>
    // what is long wraps, but in a column it would do nothing else
    one.hasAttribute('data-long') ? layout.columns === 2 : one.scrollWidth > one.clientWidth + 1,
  );
}
