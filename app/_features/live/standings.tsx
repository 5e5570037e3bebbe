'use client';
/** The first six, with movement; with their places, once there are any. */
import { useTranslations } from 'next-intl';
import { arePlaces } from '../../../domain/live/places.ts';
import type { RankedPlayer } from '../../../domain/live/views.ts';

/** Players in their order, with their points. */
export function Standings({ players }: { players: readonly RankedPlayer[] }) {
  const t = useTranslations('live');
  const placed = arePlaces(players);
  return (
    <ol className="grid gap-2" aria-label={t('standings')}>
      {players.map((player) => (
        <li
          key={player.playerId}
          className="flex items-center gap-4 rounded-2 border border-line bg-sheet px-4 py-2.5 text-[16px]"
        >
          <span className="min-w-[1.5em] font-semibold text-violet-ink tabular-nums">
            {placed && `${player.rank}.`}
          </span>
          <bdi className="min-w-0 flex-1 truncate font-[550]">
            {player.nickname === '' ? t('somebody') : player.nickname}
          </bdi>
          <Movement moved={player.moved} />
          <span className="tabular-nums">{t('points', { points: player.points })}</span>
        </li>
      ))}
    </ol>
  );
}

/** How many places somebody has climbed or fallen; nothing where they stayed. */
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
