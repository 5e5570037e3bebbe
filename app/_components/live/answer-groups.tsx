'use client';
/** What the answers to maths or code do: the right ones, and the wrong ones by what goes wrong in them. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AnswerGroup, HostView } from '../../../domain/live/views.ts';
import { sentence } from '../lesson/words.ts';

interface AnswerGroupsProps {
  groups: NonNullable<HostView['groups']>;
  large?: boolean;
  /** more about a group, for those who may see it */
  more?(index: number): ReactNode;
}

export function AnswerGroups({ groups, large = false, more }: AnswerGroupsProps) {
  const t = useTranslations('live');
  const words = useTranslations();
  const most = Math.max(1, ...groups.graded.map((group) => group.count));
  const nameOf = (group: AnswerGroup): string =>
    group.result === 'pass'
      ? t('right')
      : ((group.feedback && sentence(words, group.feedback)) ?? t(`group.${group.result}`));
  return (
    <div className={clsx('grid', large ? 'gap-6 text-[28px]' : 'gap-3 text-[15px]')}>
      {groups.graded.length === 0 && groups.waiting === 0 && <p className="text-ink-2">{t('nobodyAnswered')}</p>}
      <ul className={clsx('grid', large ? 'gap-6' : 'gap-3')} aria-label={t('distribution')}>
        {groups.graded.map((group, index) => (
          <li key={nameOf(group)} className="grid gap-1.5">
            <span className="flex items-baseline gap-3">
              <span aria-hidden className={group.result === 'pass' ? 'text-good' : 'text-wrong'}>
                {group.result === 'pass' ? '✓' : '▲'}
              </span>
              <span className="min-w-0 flex-1">{nameOf(group)}</span>
              <span className="font-semibold tabular-nums">{group.count}</span>
            </span>
            <span
              aria-hidden
              className={clsx(
                'block min-w-1 rounded-full',
                large ? 'h-5' : 'h-2',
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
