/** Signs that not every device has among its letters. */

/** A raised hand. */
export function HandSign({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className ?? 'size-[1.2em]'}
    >
      <path d="M8 13V5.5a1.5 1.5 0 0 1 3 0V11m0-1.5v-5a1.5 1.5 0 0 1 3 0V11m0-4.5a1.5 1.5 0 0 1 3 0V15c0 4-2.4 6.5-6 6.5-3 0-4.4-1.4-6-4.2L3.3 13.6a1.5 1.5 0 0 1 2.5-1.6L8 14.6" />
    </svg>
  );
}

/** Two bars, or the arrow that goes on. */
export function PauseSign({ goesOn = false, className }: { goesOn?: boolean; className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" fill="currentColor" className={className ?? 'size-[1em]'}>
      {goesOn ? <path d="M7 4.5v15l12-7.5z" /> : <path d="M6 4.5h4v15H6zM14 4.5h4v15h-4z" />}
    </svg>
  );
}
