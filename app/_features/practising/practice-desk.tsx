'use client';
/** Lists what comes when, and goes through what is due, one question after another. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button, ButtonLink } from '../../_ui/button.tsx';
import { PracticeEnd } from './practice-end.tsx';
import { minutesOf, type PracticeLine } from './practice-line.ts';
import { PracticeList } from './practice-list.tsx';
import { PracticeRun } from './practice-run.tsx';
import { useSession } from './use-session.ts';

interface PracticeDeskProps {
  userId: string;
  today: readonly PracticeLine[];
  /** due as well, and more than anybody is asked to do in a day */
  more: readonly PracticeLine[];
  later: readonly PracticeLine[];
  aside: readonly PracticeLine[];
}

/** As many again for who wants more. */
const A_PORTION = 10;

export function PracticeDesk({ userId, today, more, later, aside }: PracticeDeskProps) {
  const t = useTranslations('practise');
  const router = useRouter();
  const { running, went, begin, keep, end } = useSession(userId, [...today, ...more, ...later, ...aside]);
  const top = useRef<HTMLHeadingElement>(null);
  const toTop = (): void => top.current?.focus();
  // who went ahead today has seen these
  const ahead = later.filter(({ practisedToday }) => !practisedToday).slice(0, A_PORTION);
  if (running !== null)
    return (
      <PracticeRun
        session={running}
        onKeep={keep}
        onEnd={(all) => {
          end(all);
          // what comes when has changed
          router.refresh();
        }}
      />
    );
  const portion = more.slice(0, A_PORTION);
  const another = portion.length > 0 && (
    <Button onClick={() => begin(portion)}>{t('more', { count: portion.length })}</Button>
  );
  if (today.length + more.length + later.length + aside.length === 0 && went === null) return <Nothing />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {went !== null && <PracticeEnd went={went} />}
      <PracticeList title={t('today')} lines={today} hides={went !== null} head={top}>
        {today.length > 0 ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button look="first" onClick={() => begin(today)}>
              {t('begin', { count: today.length })}
            </Button>
            <span className="text-[13px] text-ink-3">{t('minutes', { minutes: minutesOf(today) })}</span>
          </div>
        ) : (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="text-[14px] text-ink-2">{more.length > 0 ? t('enough') : t('nothingToday')}</p>
            {another}
          </div>
        )}
      </PracticeList>
      {later.length > 0 && (
        <PracticeList title={t('later')} lines={later} onEmptied={toTop}>
          {today.length === 0 && ahead.length > 0 && (
            <Button onClick={() => begin(ahead)}>{t('ahead', { count: ahead.length })}</Button>
          )}
        </PracticeList>
      )}
      {aside.length > 0 && <PracticeList title={t('aside')} lines={aside} isAside onEmptied={toTop} />}
    </div>
  );
}

function Nothing() {
  const t = useTranslations('practise');
  return (
    <section className="grid justify-items-center gap-4 rounded-2 border border-line border-dashed p-8 text-center">
      <p className="text-ink-2">{t('none')}</p>
      <ButtonLink href="/home">{t('noneGo')}</ButtonLink>
    </section>
  );
}
