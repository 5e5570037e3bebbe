'use client';
/** Maths typeset in the browser, for what people type; KaTeX is loaded when the first piece is shown. */
import { useEffect, useState } from 'react';

export function Tex({ tex, className }: { tex: string; className?: string }) {
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    import('../../../domain/lesson/typeset.ts').then(
      ({ typeset }) => {
        const made = typeset(tex, false);
        if (shown) setHtml(made.ok ? made.html : null);
      },
      () => {
        // without a network it cannot be loaded: what was typed stands in its field
        if (shown) setHtml(null);
      },
    );
    return () => {
      shown = false;
    };
  }, [tex]);
  if (html === null) return <span className={className} />;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by KaTeX, which trusts nothing in the formula
  return <span className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
