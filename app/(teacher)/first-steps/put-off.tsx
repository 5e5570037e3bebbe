'use client';
/** Puts the first steps off: home does not speak of them any more, and has a link to them at its end. */
import { useTranslations } from 'next-intl';
import { Button } from '../../_ui/button.tsx';
import { LATER_COOKIE } from './later.ts';

const YEAR_SECONDS = 365 * 24 * 3600;

export function PutOff() {
  const t = useTranslations('home.firstSteps');
  return (
    <Button
      look="quiet"
      onClick={() => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
        document.cookie = `${LATER_COOKIE}=later; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
        location.assign('/home');
      }}
    >
      {t('later')}
    </Button>
  );
}
