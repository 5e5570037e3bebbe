'use client';
/** People of a class under a heading, a line each: who it is, what is said of them, and what can be done. */
import { type ReactNode, useId } from 'react';
import { Button } from '../../../../_ui/button.tsx';

interface PeopleListProps {
  title: string;
  /** undefined: it is not worth a number */
  count?: number;
  /** why the last act was refused */
  error: string | undefined;
  /** a row each */
  rows: ReactNode;
  /** below the list */
  children?: ReactNode;
}

/** People of one sort; there is no frame where there is nobody. */
export function PeopleList({ title, count, error, rows, children }: PeopleListProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h2 id={id} className="font-semibold text-[15px]">
        {title} {count !== undefined && <span className="text-ink-3 tabular-nums">{count}</span>}
      </h2>
      <p role="alert" className="text-[14px] text-wrong empty:hidden">
        {error}
      </p>
      <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet empty:hidden">
        {rows}
      </ul>
      {children}
    </section>
  );
}

interface PersonRowProps {
  name: string;
  /** beside the name: a sign-in name, or what they are asked to be */
  beside: ReactNode;
  /** what else is said of them */
  says?: ReactNode;
  /** what can be set of them, and a `RowAct` for what can be done */
  children?: ReactNode;
}

/** One of them. */
export function PersonRow({ name, beside, says, children }: PersonRowProps) {
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-[14px]">
      <span className="min-w-0 flex-1 basis-48">
        <bdi className="font-[550]">{name}</bdi> <span className="ms-2 text-[13px] text-ink-3">{beside}</span> {says}
      </span>
      {children}
    </li>
  );
}

interface RowActProps {
  /** the words of the button with the name of whom it is about: read out */
  'aria-label': string;
  busy: boolean;
  onAct(): void;
  children: ReactNode;
}

/** What can be done about one of them. */
export function RowAct({ busy, onAct, children, ...rest }: RowActProps) {
  return (
    <Button size="small" look="quiet" idle={busy} onClick={onAct} {...rest}>
      {children}
    </Button>
  );
}
