'use client';
/** A link to hand out: shown whole, selectable, and copied where the browser allows it. */
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';

/** @param path a path of ours, or a whole address */
export function CopyLink({ path, label }: { path: string; label: string }) {
  const t = useTranslations('common');
  const [address, setAddress] = useState(path);
  const [copied, setCopied] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setAddress(new URL(path, location.origin).href), [path]);
  const copy = async (): Promise<void> => {
    input.current?.select();
    // plain http has no clipboard: what is selected can be copied by hand
    const done = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    setCopied(done === true);
  };
  return (
    <span className="flex flex-wrap items-center gap-2">
      <input
        ref={input}
        readOnly
        aria-label={label}
        value={address}
        onFocus={(event) => event.target.select()}
        className="min-h-10 min-w-0 flex-1 basis-64 rounded-[10px] border border-line bg-fill px-3 font-mono text-[13px]"
      />
      <Button size="small" onClick={() => void copy()}>
        {copied ? t('copied') : t('copy')}
      </Button>
    </span>
  );
}
