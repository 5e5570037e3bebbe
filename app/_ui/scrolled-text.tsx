/** Code or an answer as it was written, which a keyboard can scroll where it is long. */
import clsx from 'clsx';
import type { ReactNode } from 'react';

/** @param label says to who listens what this is */
export function ScrolledText({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no set of fields
    <pre
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll what is long
      tabIndex={0}
      className={clsx('overflow-auto rounded-1 bg-fill font-mono', className)}
    >
      {children}
    </pre>
  );
}
