/** A labelled slider with its value beside it. */
import { useId } from 'react';

interface SliderProps {
  label: string;
  value: number;
  low: number;
  high: number;
  step: number;
  /** the value in words, for the eye and for screen readers */
  text: string;
  onChange(value: number): void;
}

export function Slider({ label, value, low, high, step, text, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="flex min-w-56 flex-1 items-center gap-3">
      <label htmlFor={id} className="shrink-0 text-[14px] text-ink-2">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={low}
        max={high}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="h-8 min-w-16 flex-1 accent-violet"
      />
      <output htmlFor={id} className="w-12 shrink-0 text-end font-semibold text-[14px] tabular-nums">
        {text}
      </output>
    </div>
  );
}
