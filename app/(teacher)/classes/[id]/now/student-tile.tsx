/** A student in their fixed place: what they are at, since when, and whether their hand is up. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { HandSign } from '../../../../_features/class-now/signs.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { type Seen, SIGNS } from './seen.ts';
import { usePlaceName } from './use-place-name.ts';

const MINUTE_MS = 60_000;

interface StudentTileProps {
  student: Seen;
  /** their answer is among those that are to be shown */
  chosen: boolean;
  /** left out: who looks may not see what they type */
  onOpen?: () => void;
}

export function StudentTile({ student, chosen, onOpen }: StudentTileProps) {
  const { work, at, hand } = student;
  const placeName = usePlaceName();
  return (
    <Tile
      name={student.name}
      state={work.state}
      stuck={work.stuck}
      minutes={Math.floor(work.for / MINUTE_MS)}
      place={work.state === 'away' ? null : placeName(student)}
      atQuestion={work.state !== 'away' && at !== null && !at.reading}
      hand={hand !== null}
      chosen={chosen}
      // nothing to be opened where they are at no question
      {...(onOpen === undefined || at?.question == null || student.place === null ? {} : { onOpen })}
    />
  );
}

interface TileProps {
  name: string;
  state: Seen['work']['state'];
  stuck: boolean;
  minutes: number;
  place: string | null;
  atQuestion: boolean;
  hand: boolean;
  chosen: boolean;
  onOpen?: () => void;
}

/** Drawn again only where something of it is another: two hundred are looked at each second. */
const Tile = memo(
  function OneTile({ name, state, stuck, minutes, place, atQuestion, hand, chosen, onOpen }: TileProps) {
    const t = useTranslations('now.desk');
    const { sign, tone } = SIGNS[stuck ? 'stuck' : state];
    const inside = (
      <>
        <span className="flex items-center gap-2">
          <bdi
            className={clsx(
              'min-w-0 flex-1 truncate font-[550] text-[14.5px]',
              state === 'away' ? 'text-ink-2' : 'text-ink',
            )}
          >
            {name}
          </bdi>
          {hand && (
            <span role="img" aria-label={t('handUp')} className="text-violet-ink">
              <HandSign className="size-5" />
            </span>
          )}
          {chosen && (
            <span role="img" aria-label={t('added')} className="text-violet-ink">
              ▣
            </span>
          )}
        </span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Chip tone={tone}>
            <span aria-hidden>{sign}</span> {t(`state.${stuck ? 'stuck' : state}`)}
          </Chip>
          {stuck && state !== 'notBegun' && <span className="text-[12.5px] text-ink-2">{t(`state.${state}`)}</span>}
          {atQuestion && <span className="text-[12.5px] text-ink-3 tabular-nums">{t('for', { minutes })}</span>}
        </span>
        <span dir="auto" className="truncate text-[12.5px] text-ink-2">
          {place ?? '\u00a0'}
        </span>
      </>
    );
    const look = clsx(
      'grid w-full grid-cols-[minmax(0,1fr)] gap-1.5 rounded-[12px] border bg-sheet px-3 py-2.5 text-start',
      hand ? 'border-violet ring-1 ring-violet' : stuck ? 'border-wait/50' : 'border-line',
      state === 'away' && 'border-dashed bg-transparent',
    );
    return (
      <li>
        {onOpen === undefined ? (
          <div className={look}>{inside}</div>
        ) : (
          <button type="button" onClick={onOpen} className={clsx(look, 'hover:border-ink-3')}>
            <span className="sr-only">{t('open')} </span>
            {inside}
          </button>
        )}
      </li>
    );
  },
  // what is done on a click is the same for the same student
  (a, b) =>
    (['name', 'state', 'stuck', 'minutes', 'place', 'atQuestion', 'hand', 'chosen'] as const).every(
      (key) => a[key] === b[key],
    ) && (a.onOpen === undefined) === (b.onOpen === undefined),
);
