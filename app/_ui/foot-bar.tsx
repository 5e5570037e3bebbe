/** What is done with all that stands above it: it stays in sight at the foot of a long preview. */
import type { ReactNode } from 'react';

export function FootBar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-paper py-3">
      {children}
    </div>
  );
}
