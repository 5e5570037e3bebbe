'use client';
/** A command to copy. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../_ui/button.tsx';

export function CommandLine({ command }: { command: string }) {
  const t = useTranslations('common');
  const [copied, setCopied] = useState(false);
  return (
    <p className="flex min-h-11 items-center gap-3 rounded-[10px] border border-line bg-paper py-1 pe-1.5 ps-4">
      <code className="min-w-0 flex-1 break-words font-mono text-[14.5px]">
        <span aria-hidden className="select-none text-ink-3">
          ${' '}
        </span>
        {command}
      </code>
      <Button
        size="small"
        look="quiet"
        className="min-w-20"
        onClick={() =>
          void navigator.clipboard.writeText(command).then(
            () => setCopied(true),
            // without https a browser may keep its clipboard to itself: the text can be selected
            () => undefined,
          )
        }
      >
        <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
      </Button>
    </p>
  );
}
