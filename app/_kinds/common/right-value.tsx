/** The right answer on one line, with its sign and word, from the reveal on: for the host, and large for the wall. */
import clsx from 'clsx';
import type { ReactNode } from 'react';

interface RightValueProps {
  /** the word for “right” */
  label: string;
  /** on the wall: as large as what stands around it */
  large: boolean;
  children: ReactNode;
}

export function RightValue({ label, large, children }: RightValueProps) {
  return (
    <div className={clsx('flex items-center', large ? 'gap-[0.6em]' : 'gap-3 text-[17px]')}>
      <span className="shrink-0 font-semibold text-good">
        <span aria-hidden>✓</span> {label}
      </span>
      {children}
    </div>
  );
}
