/** Says to a student who can see what they type, before they have handed it in. */
import { useTranslations } from 'next-intl';
import { Names } from '../../_i18n/bdi.tsx';

export function WatchedNote({ by }: { by: readonly string[] }) {
  const t = useTranslations('now.student');
  return (
    <p className="mb-6 text-[13.5px] text-ink-3 print:hidden">
      {t.rich('watched', { names: () => <Names of={by} /> })}
    </p>
  );
}
