'use client';
/** How often each option was chosen: bars with counts, the right one marked by sign and word; a first vote above the second. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { askedKind } from '../../../domain/kinds/asked.ts';
import type { Reveal, ShownQuestion, Tally } from '../../../domain/live/views.ts';
import { talliesKinds } from '../../_kinds/tallies.ts';
import { Html } from '../lesson/html.tsx';
import { optionStyle } from './option-style.ts';

export function Distribution({
  tallies,
  before = null,
  question,
  reveal = null,
  large = false,
}: {
  tallies: readonly Tally[];
  /** how the same question went in a first vote */
  before?: readonly Tally[] | null;
  question: ShownQuestion;
  /** what is right, for those that draw it; null: it is not told yet */
  reveal?: Reveal | null;
  large?: boolean;
}) {
  const t = useTranslations('live');
  const { scored } = askedKind(question);
  const most = Math.max(1, ...[...tallies, ...(before ?? [])].map((tally) => tally.count));
  if (tallies.length === 0) return <p className="text-ink-2">{t('nobodyAnswered')}</p>;
  const Picture = talliesKinds[question.kind];
  return (
    <>
      {Picture && <Picture {...{ question, tallies, reveal, large }} />}
      <ul className={large ? 'wall-tallies' : 'grid gap-2.5'} aria-label={t('distribution')}>
        {tallies.map((tally) => {
          const style = optionStyle(tally.label);
          const same = before?.find((one) => one.label === tally.label && one.others === undefined);
          // what is left over here is not what was left over there
          const first = before === null || tally.others !== undefined ? null : (same?.count ?? 0);
          const option = question.options?.find((one) => one.letter === tally.label);
          const html = option?.html ?? meaningOf(question, tally);
          return (
            <li
              key={tally.label}
              className={
                large
                  ? 'wall-tally'
                  : 'grid grid-cols-[auto_minmax(0,1fr)_minmax(0,1.4fr)_auto] items-center gap-3 text-[15px]'
              }
            >
              <span
                className={clsx(
                  'grid place-items-center font-semibold',
                  large ? 'size-[1.7em] rounded-[0.35em]' : 'size-8 rounded-[8px]',
                )}
                style={{
                  background: option === undefined ? 'var(--fill)' : style.background,
                  color: option === undefined ? 'var(--ink)' : style.text,
                }}
              >
                {html === undefined ? (tally.others === undefined ? '=' : '…') : tally.label}
              </span>
              <span className="flex min-w-0 items-center gap-3">
                {html === undefined ? (
                  <span
                    className={clsx(
                      'min-w-0 [overflow-wrap:anywhere]',
                      tally.others === undefined ? 'font-mono' : 'text-ink-2',
                    )}
                  >
                    {tally.others === undefined ? tally.label : t('others', { different: tally.others })}
                  </span>
                ) : (
                  <Html html={html} className="min-w-0" />
                )}
                {tally.partly === true && (
                  <span className="whitespace-nowrap text-wait" role="img" aria-label={t('partly')}>
                    ◐
                  </span>
                )}
                {tally.correct && (
                  <span className="whitespace-nowrap text-good" role="img" aria-label={t('right')}>
                    ✓
                  </span>
                )}
              </span>
              <span className={clsx('grid', large ? 'wall-bars gap-[0.2em]' : 'gap-1')} aria-hidden>
                {first !== null && (
                  <span
                    className={clsx('block min-w-1 rounded-full bg-ink-3', large ? 'h-[0.4em]' : 'h-1.5')}
                    style={{ width: `${(first / most) * 100}%` }}
                  />
                )}
                <span
                  className={clsx(
                    'block min-w-1 rounded-full',
                    large ? 'h-[1em]' : 'h-4',
                    // where nothing is right, nothing stands back
                    !tally.correct && scored && 'opacity-60',
                  )}
                  style={{
                    width: `${(tally.count / most) * 100}%`,
                    background: option === undefined ? 'var(--violet)' : style.background,
                  }}
                />
              </span>
              <span className={clsx('text-end tabular-nums', tally.correct ? 'font-semibold' : 'text-ink-2')}>
                {first === null ? tally.count : t('beforeAndNow', { before: first, now: tally.count })}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What a counted name stands for, where it is no letter of an option. */
function meaningOf({ asked }: ShownQuestion, { label, others }: Tally): string | undefined {
  return asked === null || others !== undefined ? undefined : askedKind(asked).meaning?.(asked, label);
}
