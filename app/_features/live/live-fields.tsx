/** How a quiz is played: time to read, points for speed, names. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import type { LiveSettings } from '../../../domain/live/state.ts';

export type LiveTyped = Pick<LiveSettings, 'speed' | 'readSeconds' | 'streak' | 'friendlyNames' | 'ownValues'>;

const TICKS = ['streak', 'friendlyNames', 'ownValues'] as const;
const READ_SECONDS = [0, 5, 10, 20];
export const SELECT = 'min-h-10 max-w-full rounded-[10px] border border-line bg-sheet px-2 text-ink';

interface LiveFieldsProps {
  live: LiveTyped;
  onChange(part: Partial<LiveTyped>): void;
  /** what stands at the end: whether names are shown */
  children: ReactNode;
}

/** For the start of a room and for the settings of a quiz. */
export function LiveFields({ live, onChange, children }: LiveFieldsProps) {
  const t = useTranslations('desk.board');
  const id = useId();
  const seconds = READ_SECONDS.includes(live.readSeconds) ? READ_SECONDS : [...READ_SECONDS, live.readSeconds];
  return (
    <>
      <span className="flex min-h-10 items-center justify-between gap-3">
        <label htmlFor={id}>{t('readTime')}</label>
        <select
          id={id}
          value={live.readSeconds}
          onChange={(event) => onChange({ readSeconds: Number(event.target.value) })}
          className={SELECT}
        >
          {seconds.map((one) => (
            <option key={one} value={one}>
              {t('readSeconds', { seconds: one })}
            </option>
          ))}
        </select>
      </span>
      <Tick label={t('speed')} checked={live.speed} onChange={(speed) => onChange({ speed })} />
      {TICKS.map((name) => (
        <Tick
          key={name}
          label={t(`extra.${name}`)}
          checked={live[name]}
          onChange={(checked) => onChange({ [name]: checked })}
        />
      ))}
      {children}
    </>
  );
}

interface TickProps {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** A choice of yes or no, with its words beside it. */
export function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label className="flex min-h-10 items-center gap-2.5">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
        className="size-4 accent-violet"
      />
      {label}
    </label>
  );
}
