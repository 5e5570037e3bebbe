'use client';
/** A formula of a remark; until KaTeX has come, and where it cannot be read, it stands there as it was typed. */
import { useMemo } from 'react';
import { useLate } from '../../_late/late.ts';

const loadTypesetter = (): Promise<typeof import('../../../domain/lesson/typeset.ts')> =>
  import('../../../domain/lesson/typeset.ts');

export function RemarkMaths({ tex, display }: { tex: string; display: boolean }) {
  const { part: typesetter } = useLate(loadTypesetter);
  const html = useMemo(() => {
    const made = typesetter?.typeset(tex, display);
    return made?.ok === true ? made.html : null;
  }, [typesetter, tex, display]);
  if (html === null) return <code dir="ltr">{display ? `$$${tex}$$` : `$${tex}$`}</code>;
  return (
    <span
      dir="ltr"
      className={display ? 'block overflow-x-auto overflow-y-hidden' : undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by KaTeX, which trusts nothing in the formula
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
