'use client';
/** Opens what takes questions out as a file; its dialog comes when it is asked for. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Wanted } from '../../_client/exports.ts';
import { useLate } from '../../_late/late.ts';
import { Button } from '../../_ui/button.tsx';

const loadDialog = (): Promise<typeof import('./export-dialog.tsx')> => import('./export-dialog.tsx');

interface ExportButtonProps {
  wanted: Wanted;
  size?: 'small' | 'normal';
  look?: 'plain' | 'quiet';
  idle?: boolean;
}

export function ExportButton({ wanted, size = 'normal', look = 'plain', idle = false }: ExportButtonProps) {
  const t = useTranslations('desk.exporting');
  const [open, setOpen] = useState(false);
  const { part } = useLate(open ? loadDialog : undefined);
  return (
    <>
      <Button size={size} look={look} idle={idle} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('export')}
      </Button>
      {open && part !== undefined && <part.ExportDialog wanted={wanted} onClose={() => setOpen(false)} />}
    </>
  );
}
