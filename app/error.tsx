'use client';
/** A fault of ours: said so, with the number that finds it in the log. */
import { useTranslations } from 'next-intl';
import { STORED_LATER } from '../domain/documents/format.ts';
import { Button } from './_ui/button.tsx';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('common.error');
  return (
    <main id="content" className="mx-auto max-w-[520px] px-4 py-24 text-center">
      <h1 className="font-semibold font-serif text-3xl">{t('title')}</h1>
      <p className="mt-3 text-ink-2">
        {error.digest === STORED_LATER ? t('later') : t('text', { digest: error.digest ?? '–' })}
      </p>
      <Button look="first" className="mt-6" onClick={reset}>
        {t('again')}
      </Button>
    </main>
  );
}
