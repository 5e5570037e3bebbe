'use client';
/** Maths typeset in the browser, for what people type; KaTeX is loaded when the first piece is shown. */
import { useMemo } from 'react';
import { useLate } from '../../_late/late.ts';

const loadTypesetter = (): Promise<typeof import('../../../domain/lesson/typeset.ts')> =>
  import('../../../domain/lesson/typeset.ts');

export function Tex({ tex, className }: { tex: string; className?: string }) {
  // until it has come, what was typed stands in its field alone
  const { part: typesetter } = useLate(loadTypesetter);
  const html = useMemo(() => {
    const made = typesetter?.typeset(tex, false);
    return made?.ok === true ? made.html : null;
  }, [typesetter, tex]);
  if (html === null) return <span className={className} />;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by KaTeX, which trusts nothing in the formula
  return <span className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
