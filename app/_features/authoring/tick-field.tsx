'use client';
/** A box to tick. */
interface TickFieldProps {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

export function TickField({ label, checked, onChange }: TickFieldProps) {
  return (
    <label className="flex min-h-10 items-center gap-2 text-[14px]">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
        className="size-4 accent-violet"
      />
      {label}
    </label>
  );
}
