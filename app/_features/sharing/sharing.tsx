'use client';
/** How many a thing is shared with; the list and the form come when somebody asks for them. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Share } from '../../../domain/people/policies/rule.ts';
import { useLate } from '../../_late/late.ts';
import { Button } from '../../_ui/button.tsx';
import type { ShownShare } from './shares.tsx';

interface SharingProps {
  of: 'question' | 'quiz';
  shares: readonly ShownShare[];
  busy: boolean;
  refused: { error: string | undefined; field: string | undefined };
  share(login: string | null, may: Share | null): Promise<boolean>;
}

const loadShares = (): Promise<typeof import('./shares.tsx')> => import('./shares.tsx');

export function Sharing(props: SharingProps) {
  const t = useTranslations('desk.sharing');
  const [open, setOpen] = useState(false);
  const { part } = useLate(open ? loadShares : undefined);
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-[16px]">{t('title')}</h2>
      {part === undefined ? (
        <p className="flex flex-wrap items-center gap-3 text-[14px] text-ink-2">
          {t('sharedWith', { count: props.shares.length })}
          <Button size="small" idle={open} onClick={() => setOpen(true)}>
            {t('shareWith')}
          </Button>
        </p>
      ) : (
        <part.Shares {...props} />
      )}
    </section>
  );
}
