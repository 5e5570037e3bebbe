'use client';
import type { MathfieldElement } from 'mathlive';
/**
 * A formula in a MathLive field: typed as `x^2`, seen as it is written by hand. Its value is LaTeX, which the checker reads.
 * Until MathLive is there, the plain field stands in its place.
 */
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { whenLoaded } from '../../_late/late.ts';
import { Echo } from '../../_ui/code-editor/echo.ts';
import type { FormulaInputProps } from './formula-input.ts';
import { PlainInput } from './plain-input.tsx';

export function TypesetInput(props: FormulaInputProps) {
  const { value, disabled, label, describedBy, invalid, asleep = false } = props;
  const place = useRef<HTMLDivElement>(null);
  const [field, setField] = useState<MathfieldElement | null>(null);
  const echo = useRef(new Echo());
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (asleep) return;
    const needed = new AbortController();
    let made: MathfieldElement | null = null;
    const load = async (): Promise<typeof import('./mathlive.ts')> => {
      const part = await import('./mathlive.ts');
      await part.mathlive();
      return part;
    };
    void whenLoaded(load, needed.signal).then(async ({ createField, shownAs }) => {
      const { value: first, variables } = latest.current;
      const ready = await createField(shownAs(first, variables), (changed) => {
        echo.current.said(changed);
        latest.current.onChange(changed);
      });
      const parent = place.current;
      if (needed.signal.aborted || parent === null) return;
      made = ready;
      // it may come late, while somebody writes in the plain field
      const focused = parent.contains(document.activeElement);
      const arrived = made;
      parent.append(arrived);
      // in the same frame: both of them would push down what is below for a moment
      flushSync(() => setField(arrived));
      if (focused) made.focus();
    });
    return () => {
      needed.abort();
      made?.remove();
      setField(null);
    };
  }, [asleep]);

  useEffect(() => {
    // a value that came from elsewhere: another device, or the plain field
    if (field !== null && !echo.current.isEcho(value) && field.value !== value) {
      void import('./mathlive.ts').then(({ shownAs }) => {
        const shown = shownAs(value, latest.current.variables);
        if (latest.current.value === value && field.value !== shown)
          field.setValue(shown, { silenceNotifications: true });
      });
    }
  }, [field, value]);
  useEffect(() => {
    if (field === null) return;
    field.readOnly = disabled;
    field.setAttribute('aria-label', label);
    field.setAttribute('aria-describedby', describedBy);
    field.setAttribute('aria-invalid', String(invalid));
  }, [field, disabled, label, describedBy, invalid]);

  return (
    <div ref={place} className="lesson-mathfield min-w-0">
      {field === null && <PlainInput {...props} />}
    </div>
  );
}
