/** The way to the page that leads to a first quiz. Needs no script. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';

export function ToFirstQuiz() {
  const t = useTranslations('home.firstSteps');
  return (
    <Link
      className="justify-self-start text-[14px] text-ink-3 underline underline-offset-2 hover:text-ink"
      href="/first-quiz"
      prefetch={false}
    >
      {t('ownQuiz')}
    </Link>
  );
}
