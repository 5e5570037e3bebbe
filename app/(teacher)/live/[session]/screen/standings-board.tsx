/** The first six with their movement: lines lead from the place before to the place now; the same stands in words in each row. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { arePlaces } from '../../../../../domain/live/places.ts';
import type { ScreenView } from '../../../../../domain/live/views.ts';
import { Movement } from '../../../../_features/live/standings.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Together } from './together.tsx';

/** The drawing's own measure: a row is so high, and so wide are the lines. */
const ROW = 92;
const GAP = 12;
const WIDTH = 260;

export function StandingsBoard({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  const { standings, climber, tiedBeyond } = view;
  return (
    <>
      <div className="flex items-baseline justify-between gap-[1em]">
        <h1 className="shrink-0 font-semibold font-serif text-[length:calc(60*var(--u))]">{t('standings')}</h1>
        {climber !== null && (
          <p className="min-w-0 truncate text-ink-2">
            {t.rich('screen.climber', {
              name: climber.nickname,
              b: (words) => <b className="text-ink">{words}</b>,
              ...BDI,
              from: climber.from,
              to: climber.to,
            })}
          </p>
        )}
      </div>
      {standings === null ? (
        <Together together={view.together} />
      ) : standings.length === 0 ? (
        <p className="text-ink-2">{t('players', { players: 0 })}</p>
      ) : !arePlaces(standings) ? (
        <p className="text-ink-2">{t('screen.nobodyYet')}</p>
      ) : (
        <div className="flex items-stretch">
          <Lines standings={standings} />
          {/* what comes from below the list must not make the wall higher */}
          <ol className="grid min-w-0 flex-1 gap-[calc(12*var(--u))] overflow-clip" aria-label={t('standings')}>
            {standings.map((player, row) => (
              <li
                key={player.playerId}
                value={player.rank}
                style={{ ['--from' as string]: rowBefore(player, standings.length) - row }}
                className={clsx(
                  player.moved !== 0 && 'wall-row',
                  'flex h-[calc(92*var(--u))] items-center gap-[calc(32*var(--u))] rounded-[calc(20*var(--u))] border px-[calc(40*var(--u))] text-[length:calc(44*var(--u))]',
                  player.moved > 0 ? 'border-violet bg-violet-soft' : 'border-line bg-sheet',
                )}
              >
                <span className="min-w-[1.5em] font-semibold text-violet-ink tabular-nums">{player.rank}</span>
                <bdi className="min-w-0 flex-1 truncate font-[550]">
                  {player.nickname === '' ? t('somebody') : player.nickname}
                </bdi>
                <span className="min-w-[2.4em]">
                  <Movement moved={player.moved} />
                </span>
                <span
                  className={clsx(
                    'min-w-[3.6em] text-end tabular-nums',
                    player.gained > 0 ? 'text-good' : 'text-ink-2',
                  )}
                >
                  {t('gained', { points: player.gained })}
                </span>
                <b className="min-w-[5.2em] text-end tabular-nums">{t('points', { points: player.points })}</b>
              </li>
            ))}
          </ol>
        </div>
      )}
      {tiedBeyond > 0 && standings !== null && arePlaces(standings) && (
        <p className="text-end text-ink-2">{t('screen.tiedBeyond', { count: tiedBeyond })}</p>
      )}
    </>
  );
}

/** In which row somebody stood; of who came from farther below it is the one after the last. */
function rowBefore({ rank, moved }: { rank: number; moved: number }, rows: number): number {
  return Math.min(rank + moved - 1, rows);
}

/** From the place before, on the left, to the row. Who came from farther below begins under the last row. */
function Lines({ standings }: { standings: NonNullable<ScreenView['standings']> }) {
  const pitch = ROW + GAP;
  const middle = (row: number): number => row * pitch + ROW / 2;
  const height = standings.length * pitch - GAP;
  const before = (rank: number): number => Math.min(middle(rank - 1), height - 10);
  if (standings.every((one) => one.moved === 0)) return null;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${height}`}
      className="me-[calc(16*var(--u))] rtl:-scale-x-100 h-[calc(var(--rows)*var(--u))] w-[calc(260*var(--u))] shrink-0"
      style={{ ['--rows' as string]: height }}
    >
      {standings.map((player, row) => {
        const [from, to] = [before(player.rank + player.moved), middle(row)];
        return (
          <g key={player.playerId} className={player.moved > 0 ? 'text-violet' : 'text-ink-3'}>
            <text
              x="46"
              y={from + 12}
              textAnchor="end"
              fontSize="36"
              className="fill-ink-2 rtl:-scale-x-100 origin-center [transform-box:fill-box]"
            >
              {player.rank + player.moved}
            </text>
            <circle cx="72" cy={from} r="8" fill="currentColor" />
            <path
              d={`M 72 ${from} C 170 ${from}, 150 ${to}, ${WIDTH} ${to}`}
              fill="none"
              stroke="currentColor"
              strokeWidth={player.moved > 0 ? 7 : 4}
              strokeDasharray={player.moved < 0 ? '4 12' : undefined}
              strokeLinecap="round"
            />
          </g>
        );
      })}
    </svg>
  );
}
