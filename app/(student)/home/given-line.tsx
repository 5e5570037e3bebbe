/** One lesson or quiz of a class: its dates, how it stands, what it has earned. */
import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { readHome } from '../../_data/home.ts';
import { Chip } from '../../_ui/chip.tsx';
import { DateTime } from '../../_ui/date-time.tsx';

type Given = Awaited<ReturnType<typeof readHome>>[number]['activities'][number];

export function GivenLine({ given }: { given: Given }) {
  const t = useTranslations('home');
  const { title, href, isQuiz, earned, points, answered, questions } = given;
  const done = earned !== null && points > 0 && earned >= points;
  const dates = datesOf(given);
  return (
    <li className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-5 py-3">
      <div className="grid min-w-0 gap-0.5">
        <Link href={href} className="min-w-0 justify-self-start font-[550] hover:text-violet-ink hover:underline">
          <bdi>{title}</bdi>
          {isQuiz && <KindOf />}
        </Link>
        {dates.length > 0 && (
          <span className="grid text-[13px] text-ink-3">
            {dates.map(([name, iso]) => (
              <When key={name} name={name} iso={iso} given={given} />
            ))}
          </span>
        )}
      </div>
      <Chip tone={done ? 'right' : 'plain'} className="justify-self-end">
        {done && '✓ '}
        {earned === null ? <Answered answered={answered} questions={questions} /> : t('points', { earned, points })}
      </Chip>
    </li>
  );
}

type Said = 'excused' | 'opens' | 'due' | 'overdue' | 'closes' | 'closed' | 'limit' | 'running' | 'over';

/** What is said of it at this moment, the next thing first. */
function datesOf({
  excused,
  phase,
  opensAt,
  dueAt,
  closesAt,
  minutes,
  endsAt,
  isOverdue,
}: Given): [Said, string | null][] {
  const dated = (name: Said, iso: string | null): [Said, string | null][] => (iso === null ? [] : [[name, iso]]);
  const limit: [Said, string | null][] = minutes === null ? [] : [['limit', null]];
  if (excused) return [['excused', null]];
  if (phase === 'closed') return [['closed', null]];
  if (phase === 'over') return [['over', null], ...dated('closes', closesAt)];
  if (phase === 'notOpen') return [...dated('opens', opensAt), ...dated('due', dueAt), ...limit];
  if (phase === 'open' && endsAt !== null && minutes !== null) return dated('running', endsAt);
  return [
    ...(phase === null ? dated('opens', opensAt) : []),
    ...dated(isOverdue ? 'overdue' : 'due', dueAt),
    ...dated('closes', closesAt),
    ...limit,
  ];
}

/** What is wanted by a date is told by how far that is as well. */
const NEAR: readonly Said[] = ['due', 'overdue', 'closes'];

function When({ name, iso, given }: { name: Said; iso: string | null; given: Given }): ReactNode {
  const t = useTranslations('activities.home');
  const { minutes, timeZone, latePercent } = given;
  return (
    <span className={clsx(name === 'overdue' && 'text-wait')}>
      {name === 'overdue' && <span aria-hidden>◷ </span>}
      {t(name, { minutes: minutes ?? 0 })}{' '}
      {iso !== null && NEAR.includes(name) && (
        <span className="me-1.5 font-[550] text-ink">
          <DateTime iso={iso} form="near" zone={timeZone} />
        </span>
      )}
      {iso !== null && <DateTime iso={iso} form={name === 'running' ? 'clock' : 'dated'} zone={timeZone} />}
      {name === 'overdue' && latePercent > 0 && <> {t('cost', { percent: latePercent })}</>}
    </span>
  );
}

function Answered({ answered, questions }: { answered: number; questions: number }) {
  const t = useTranslations('activities.home');
  return t('answered', { answered, questions });
}

function KindOf() {
  const t = useTranslations('activities.home');
  return <span className="ms-2 font-normal text-[13px] text-ink-3">{t('quiz')}</span>;
}
