'use client';
/** The first five, with movement; on the podium the first three. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { RankedPlayer } from '../../../domain/live/views.ts';

export function Standings({ players, large = false }: { players: readonly RankedPlayer[]; large?: boolean }) {
  const t = useTranslations('live');
  return (
    <ol className={clsx('grid', large ? 'gap-4' : 'gap-2')} aria-label={t('standings')}>
      {players.map((player) => (
        <li
          key={player.playerId}
          className={clsx(
            'flex items-center rounded-2 border border-line bg-sheet',
            large ? 'gap-8 px-8 py-5 text-[34px]' : 'gap-4 px-4 py-2.5 text-[16px]',
          )}
        >
          <span className="min-w-[1.5em] font-semibold text-violet-ink tabular-nums">{player.rank}.</span>
          <span className="min-w-0 flex-1 truncate font-[550]">
            {player.nickname === '' ? t('somebody') : player.nickname}
          </span>
          <Movement moved={player.moved} />
          <span className="tabular-nums">{t('points', { points: player.points })}</span>
        </li>
      ))}
    </ol>
  );
}

export function Movement({ moved }: { moved: number }) {
  const t = useTranslations('live');
  if (moved === 0) return null;
  return (
    <span
      className={moved > 0 ? 'text-good' : 'text-wrong'}
      role="img"
      aria-label={moved > 0 ? t('up', { places: moved }) : t('down', { places: -moved })}
    >
      {moved > 0 ? `▲ ${moved}` : `▼ ${-moved}`}
    </span>
  );
}

export function Podium({ players }: { players: readonly RankedPlayer[] }) {
  const t = useTranslations('live');
  const order = [players[1], players[0], players[2]];
  const heights = ['h-48', 'h-72', 'h-32'];
  return (
    <ol className="flex items-end justify-center gap-6" aria-label={t('podium')}>
      {order.map((player, index) =>
        player === undefined ? null : (
          <li key={player.playerId} className="grid w-[min(26vw,320px)] gap-3 text-center" value={player.rank}>
            <span className="truncate font-semibold text-[clamp(18px,2.4vw,38px)]">
              {player.nickname === '' ? t('somebody') : player.nickname}
            </span>
            <span className="text-[clamp(14px,1.5vw,24px)] text-ink-2 tabular-nums">
              {t('points', { points: player.points })}
            </span>
            <span
              className={clsx(
                'grid place-items-start justify-center rounded-t-2 bg-violet pt-4 font-semibold text-[clamp(28px,4vw,64px)] text-on-violet leading-none',
                heights[index],
              )}
            >
              {player.rank}
            </span>
          </li>
        ),
      )}
    </ol>
  );
}
