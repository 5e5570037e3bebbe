/** How wide a part of a page is, in pixels; 0 before that is known. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export function useWidth<E extends Element>(): { place: RefObject<E | null>; width: number } {
  const place = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    setWidth(element.clientWidth);
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { place, width };
}
