'use client';
/** The report as a file: for a spreadsheet as it is, or as text in the form of the reader's country. */
import { useTranslations } from 'next-intl';
import { Menu } from '../../../../_ui/menu.tsx';

const FORMS = ['xlsx', 'semicolon', 'comma'] as const;

export function ExportMenu({ session }: { session: string }) {
  const t = useTranslations('live.report');
  return (
    <Menu label={t('export')} title={t('export')}>
      {FORMS.map((form) => (
        <a
          key={form}
          href={`/api/reports/${session}?form=${form}`}
          download
          className="rounded-1 px-2 py-2 hover:bg-fill"
        >
          {t(`form.${form}`)}
        </a>
      ))}
      <p className="px-2 text-[13px] text-ink-2">{t('formHolds')}</p>
    </Menu>
  );
}
