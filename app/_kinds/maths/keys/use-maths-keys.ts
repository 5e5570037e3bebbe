'use client';
/** When the keys are shown: while a formula is written by touch. A real keyboard hides them, the next touch brings them back. */
import type { MathfieldElement } from 'mathlive';
import { type FocusEvent, type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { MathsKey } from './layout.ts';

export interface MathsKeys {
  shown: boolean;
  /** of the element that holds the fields */
  fields: RefObject<HTMLDivElement | null>;
  bar: RefObject<HTMLDivElement | null>;
  /** for the element that holds the fields */
  handlers: {
    onPointerDownCapture(event: PointerEvent): void;
    onKeyDownCapture(): void;
    onFocusCapture(event: FocusEvent): void;
    onBlurCapture(event: FocusEvent): void;
  };
  press(act: MathsKey['act']): void;
  /** a letter, as if it had been typed: `arctan` becomes the function */
  type(letter: string): void;
  /** how many fields there are, and the one after this */
  next(): void;
  hide(): void;
}

const isField = (target: EventTarget | null): target is MathfieldElement =>
  target instanceof HTMLElement && target.localName === 'math-field';

export function useMathsKeys(): MathsKeys {
  const [shown, setShown] = useState(false);
  const touched = useRef(false);
  const field = useRef<MathfieldElement | null>(null);
  const fields = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useRoom(shown, bar, field);
  const hide = useCallback((): void => setShown(false), []);
  const next = (): void => {
    const all = [...(fields.current?.querySelectorAll<MathfieldElement>('math-field') ?? [])];
    const after = all[(all.indexOf(field.current as MathfieldElement) + 1) % all.length];
    after?.focus();
  };
  return {
    shown,
    fields,
    bar,
    next,
    hide,
    press(act) {
      if ('insert' in act)
        field.current?.insert(act.insert, { focus: true, feedback: false, selectionMode: 'placeholder' });
      else field.current?.executeCommand(act.command);
    },
    type: (letter) => void field.current?.executeCommand(['typedText', letter, { simulateKeystroke: true }]),
    handlers: {
      onPointerDownCapture(event) {
        touched.current = event.pointerType !== 'mouse';
        // touched once more while it has the focus: after a real keyboard was used, or after they were put away
        if (touched.current && isField(event.target) && event.target === field.current) setShown(true);
      },
      // our own keys drive the field and send no events of a keyboard
      onKeyDownCapture: hide,
      onFocusCapture({ target }) {
        if (!isField(target) || target.readOnly) return;
        field.current = target;
        if (touched.current) setShown(true);
      },
      onBlurCapture({ relatedTarget }) {
        const stays = relatedTarget instanceof Node && (bar.current?.contains(relatedTarget) || isField(relatedTarget));
        if (!stays) hide();
      },
    },
  };
}

/** The page makes room for the keys, so that nothing stays behind them, and the field comes into view above them. */
function useRoom(shown: boolean, bar: RefObject<HTMLDivElement | null>, field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { style } = document.documentElement;
    if (!shown || bar.current === null) return;
    const place = (): void => style.setProperty('--keys-room', `${bar.current?.offsetHeight ?? 0}px`);
    place();
    const watch = new ResizeObserver(place);
    watch.observe(bar.current);
    field.current?.scrollIntoView({ block: 'nearest' });
    return () => {
      watch.disconnect();
      style.removeProperty('--keys-room');
    };
  }, [shown, bar, field]);
}
