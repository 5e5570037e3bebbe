/** All of a list, or some of it that are ticked. */
import { type ReactNode, useId } from 'react';

interface PickSomeProps {
  legend: string;
  all: string;
  some: string;
  from: readonly { id: string; label: ReactNode }[];
  /** null: all */
  picked: readonly string[] | null;
  error: string | undefined;
  onChange(picked: string[] | null): void;
}

export function PickSome({ legend, all, some, from, picked, error, onChange }: PickSomeProps) {
  const name = useId();
  const toggle = (id: string): void => {
    const before = new Set(picked ?? []);
    if (!before.delete(id)) before.add(id);
    onChange(from.flatMap((one) => (before.has(one.id) ? [one.id] : [])));
  };
  return (
    <fieldset className="grid gap-1" aria-describedby={error === undefined ? undefined : `${name}-error`}>
      <legend className="mb-1.5 font-[550] text-[14px]">{legend}</legend>
      {[true, false].map((whole) => (
        <label key={String(whole)} className="flex min-h-10 items-center gap-2.5 text-[15px]">
          <input
            type="radio"
            name={name}
            checked={(picked === null) === whole}
            onChange={() => onChange(whole ? null : [])}
            className="size-4 shrink-0 accent-violet"
          />
          {whole ? all : some}
        </label>
      ))}
      {picked !== null && (
        <ul className="ms-6 grid max-h-64 overflow-y-auto rounded-[10px] border border-line p-2 sm:grid-cols-2">
          {from.map(({ id, label }) => (
            <li key={id} className="min-w-0">
              <label className="flex min-h-9 items-center gap-2.5 text-[14px]">
                <input
                  type="checkbox"
                  checked={picked.includes(id)}
                  onChange={() => toggle(id)}
                  className="size-4 shrink-0 accent-violet"
                />
                <span className="min-w-0">{label}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {error !== undefined && (
        <p id={`${name}-error`} role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
    </fieldset>
  );
}
