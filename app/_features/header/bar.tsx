/** The frame of the bar on top, with the mark that leads to the start: whoever uses it says what stands behind it. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

interface BarProps {
  /** where the mark leads */
  start: '/' | '/home';
  wide?: boolean;
  children: ReactNode;
}

/** @param wide from edge to edge */
export function Bar({ start, wide = false, children }: BarProps) {
  const t = useTranslations('common');
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-paper/95 backdrop-blur-sm print:hidden">
      <div className={`mx-auto flex h-14 items-center gap-3 px-4 sm:px-6 ${wide ? 'max-w-none' : 'max-w-[1400px]'}`}>
        <Link href={start} className="flex shrink-0 items-center gap-1.5 font-semibold">
          <span aria-hidden className="text-[22px] text-violet leading-none">
            ∇
          </span>
          <span className="max-[420px]:sr-only">{t('name')}</span>
        </Link>
        {children}
      </div>
    </header>
  );
}

/** For who is not signed in. */
export function ToSignIn() {
  const t = useTranslations('common');
  return (
    <Link href="/sign-in" className="shrink-0 rounded-1 px-2 py-1 text-[14px] text-ink-2 hover:bg-fill hover:text-ink">
      {t('signIn')}
    </Link>
  );
}
