/** A formula as plain text: what everybody can type, with any device and any screen reader. */
import { useTypedBefore } from '../../_late/typed-before.ts';
import type { FormulaInputProps } from './formula-input.ts';

export function PlainInput({
  value,
  onChange,
  disabled,
  label,
  describedBy,
  invalid,
  longest = 2_000,
}: FormulaInputProps) {
  const field = useTypedBefore<HTMLInputElement>(value, onChange);
  return (
    <input
      ref={field}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      disabled={disabled}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      maxLength={longest}
      className="min-h-11 w-full min-w-0 rounded-[10px] border border-line bg-paper px-3 font-mono text-[16px] focus:border-violet aria-invalid:border-wrong"
    />
  );
}
