/**
 * Pictures that did not come are marked, so that their words stand there in a frame, and are asked for again: by growing pauses, and
 * when the network is back.
 */

const PAUSES_MS = [1_000, 4_000, 15_000];
const PICTURE = 'img.picture';

/** Watches a page until it is stopped. */
export function watchPictures(page: Document): () => void {
  const tries = new WeakMap<HTMLImageElement, number>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const again = (picture: HTMLImageElement): void => {
    // the same address once more: a browser asks anew for what had failed
    if (picture.isConnected) picture.setAttribute('src', picture.getAttribute('src') ?? '');
  };
  const failed = (picture: HTMLImageElement): void => {
    picture.dataset.missing = '';
    const pause = PAUSES_MS[tries.get(picture) ?? 0];
    if (pause === undefined) return;
    tries.set(picture, (tries.get(picture) ?? 0) + 1);
    const timer = setTimeout(() => {
      timers.delete(timer);
      again(picture);
    }, pause);
    timers.add(timer);
  };
  const hear = ({ type, target }: Event): void => {
    if (!(target instanceof HTMLImageElement) || !target.matches(PICTURE)) return;
    if (type === 'error') failed(target);
    else delete target.dataset.missing;
  };
  const online = (): void => {
    for (const picture of page.querySelectorAll<HTMLImageElement>(`${PICTURE}[data-missing]`)) again(picture);
  };
  // what had failed before this page woke up has told nobody
  for (const picture of page.querySelectorAll<HTMLImageElement>(PICTURE))
    if (picture.complete && picture.naturalWidth === 0) failed(picture);
  // neither of them bubbles
  page.addEventListener('error', hear, true);
  page.addEventListener('load', hear, true);
  window.addEventListener('online', online);
  return () => {
    for (const timer of timers) clearTimeout(timer);
    page.removeEventListener('error', hear, true);
    page.removeEventListener('load', hear, true);
    window.removeEventListener('online', online);
  };
}
