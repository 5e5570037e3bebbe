'use client';
/** Prints the page, or makes a PDF of it by the browser. */
import { useTranslations } from 'next-intl';
import { Button } from '../../../../../_ui/button.tsx';

export function PrintButton() {
  const t = useTranslations('grades.print');
  return (
    <Button size="small" className="print:hidden" onClick={() => print()}>
      {t('print')}
    </Button>
  );
}
