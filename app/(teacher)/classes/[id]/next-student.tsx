'use client';
/** From one student to the next within a question, by a button or a key; a key that is typed somewhere is left alone. */
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { BDI } from '../../../_i18n/bdi.tsx';
import { Button } from '../../../_ui/button.tsx';

interface NextStudentProps {
  studentName: string;
  /** its place among those who have handed something in, from 1; 0: it is none of them */
  at: number;
  of: number;
  /** undefined: there is none */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

const TYPED_IN = 'input, textarea, select, [contenteditable="true"], [role="menu"]';

export function NextStudent({ studentName, at, of, onPrevious, onNext }: NextStudentProps) {
  const t = useTranslations('desk.history');
  const place = useRef<HTMLElement>(null);
  const latest = useRef({ onPrevious, onNext });
  latest.current = { onPrevious, onNext };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(TYPED_IN) !== null) return;
      const key = event.key.toLowerCase();
      if (key === 'j') latest.current.onNext?.();
      else if (key === 'k') latest.current.onPrevious?.();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another student begins at the top
  useEffect(() => {
    place.current?.scrollIntoView?.({ block: 'end' });
  }, [studentName]);
  return (
    <nav
      ref={place}
      aria-label={t('students')}
      className="mb-4 flex flex-wrap items-center gap-2 text-[14px] text-ink-2"
    >
      <Button size="small" idle={onPrevious === undefined} onClick={onPrevious} aria-keyshortcuts="K">
        {t('previous')} <Key>K</Key>
      </Button>
      <Button size="small" idle={onNext === undefined} onClick={onNext} aria-keyshortcuts="J">
        {t('next')} <Key>J</Key>
      </Button>
      {at > 0 && <span className="tabular-nums">{t('place', { at, of })}</span>}
      <span role="status" className="sr-only">
        {t.rich('now', { student: studentName, ...BDI })}
      </span>
    </nav>
  );
}

function Key({ children }: { children: string }) {
  return (
    <kbd aria-hidden className="rounded-[4px] border border-line bg-paper px-1 font-mono text-[11px] text-ink-3">
      {children}
    </kbd>
  );
}
