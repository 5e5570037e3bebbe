'use client';
/**
 * What the answers to maths or code do: the right ones, and the wrong ones by what goes wrong in them; where the class
 * voted twice, the first vote beside the second.
 */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AnswerGroup, HostView } from '../../../domain/live/views.ts';
import { sentence } from '../lesson/words.ts';

interface AnswerGroupsProps {
  groups: NonNullable<HostView['groups']>;
  /** what answers to the same question did in a first vote */
  before?: readonly AnswerGroup[] | null;
  large?: boolean;
  /** more about a group, for those who may see it */
  more?(index: number): ReactNode;
}

export function AnswerGroups({ groups, before = null, large = false, more }: AnswerGroupsProps) {
  const t = useTranslations('live');
  const words = useTranslations();
  const gone = (before ?? []).filter((first) => !groups.graded.some(({ key }) => key === first.key));
  const shown = [...groups.graded, ...gone.map((group) => ({ ...group, count: 0 }))];
  const most = Math.max(1, ...[...shown, ...(before ?? [])].map((group) => group.count));
  const firstOf = (group: AnswerGroup): number => before?.find(({ key }) => key === group.key)?.count ?? 0;
  const nameOf = (group: AnswerGroup): string =>
    group.result === 'pass'
      ? t('right')
      : ((group.feedback && sentence(words, group.feedback)) ?? t(`group.${group.result}`));
  return (
    <div className={clsx('grid', large ? 'gap-[0.6em]' : 'gap-3 text-[15px]')}>
      {shown.length === 0 && groups.waiting === 0 && <p className="text-ink-2">{t('nobodyAnswered')}</p>}
      <ul className={clsx('grid', large ? 'gap-[0.6em]' : 'gap-3')} aria-label={t('distribution')}>
        {shown.map((group, index) => (
          <li key={group.key} className="grid break-inside-avoid gap-1.5">
            <span className="flex items-baseline gap-3">
              <span aria-hidden className={group.result === 'pass' ? 'text-good' : 'text-wrong'}>
                {group.result === 'pass' ? '✓' : '▲'}
              </span>
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                {group.of !== null && group.result !== 'pass' && <b className="font-[550]">{group.of}: </b>}
                {nameOf(group)}
              </span>
              <span className="font-semibold tabular-nums">
                {before === null ? group.count : t('beforeAndNow', { before: firstOf(group), now: group.count })}
              </span>
            </span>
            {before !== null && (
              <span
                aria-hidden
                className={clsx('block min-w-1 rounded-full bg-ink-3', large ? 'h-[0.3em]' : 'h-1')}
                style={{ width: `${(firstOf(group) / most) * 100}%` }}
              />
            )}
            <span
              aria-hidden
              className={clsx(
                'block min-w-1 rounded-full',
                large ? 'h-[0.55em]' : 'h-2',
                group.result === 'pass' ? 'bg-good' : 'bg-wrong',
              )}
              style={{ width: `${(group.count / most) * 100}%` }}
            />
            {more?.(index)}
          </li>
        ))}
      </ul>
      {groups.waiting > 0 && (
        <p role="status" className="text-ink-2">
          {t('stillGrading', { count: groups.waiting })}
        </p>
      )}
    </div>
  );
}
