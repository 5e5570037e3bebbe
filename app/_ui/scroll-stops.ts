/**
 * Code, formulas and tables of a lesson are stops of the Tab key, so that a keyboard can scroll what is too wide. Only those
 * that are too wide stay one, and these say what they are: the lesson's HTML has no words of the interface.
 */

/** What each of them is called. */
export interface StopNames {
  code: string;
  formula: string;
  table: string;
}

const KINDS: Readonly<Record<keyof StopNames, string>> = {
  code: 'pre.code',
  formula: '.maths-display',
  table: '.table-frame',
};
const ALL = Object.values(KINDS).join(', ');
/** Inside these another stop would be in the way of what they do. */
const ACTS = 'button, a, label, summary';

/** Watches a page until it is stopped. */
export function watchScrollStops(page: HTMLElement, names: StopNames): () => void {
  const known = new WeakSet<Element>();
  const sized = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) setStop(target, names);
  });
  const lookAtAll = (): void => {
    for (const one of page.querySelectorAll<HTMLElement>(ALL)) setStop(one, names);
  };
  let waiting = 0;
  const meet = (): void => {
    waiting = 0;
    for (const one of page.querySelectorAll<HTMLElement>(ALL)) {
      if (known.has(one)) continue;
      known.add(one);
      // it is looked at as soon as it is observed
      sized.observe(one);
    }
  };
  const written = new MutationObserver(() => {
    waiting ||= requestAnimationFrame(meet);
  });
  meet();
  written.observe(page, { childList: true, subtree: true });
  // letters of another typeface are wider, in the same box
  document.fonts?.addEventListener('loadingdone', lookAtAll);
  return () => {
    cancelAnimationFrame(waiting);
    written.disconnect();
    sized.disconnect();
    document.fonts?.removeEventListener('loadingdone', lookAtAll);
  };
}

function setStop(one: HTMLElement, names: StopNames): void {
  const kind = (Object.keys(KINDS) as (keyof StopNames)[]).find((each) => one.matches(KINDS[each]));
  if (kind === undefined) return;
  if (one.scrollWidth > one.clientWidth + 1 && one.closest(ACTS) === null) {
    one.tabIndex = 0;
    one.setAttribute('role', 'group');
    one.setAttribute('aria-label', names[kind]);
  } else if (one !== document.activeElement)
    for (const name of ['tabindex', 'role', 'aria-label']) one.removeAttribute(name);
}
