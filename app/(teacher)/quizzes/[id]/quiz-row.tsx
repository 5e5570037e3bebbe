'use client';
/** A question in a quiz: what it is called, its time and points there, a look at what it asks, and a newer version of it. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { beginnings } from '../../../../domain/kinds/beginnings.ts';
import { TextField } from '../../../_features/authoring/text-field.tsx';
import { Button } from '../../../_ui/button.tsx';
import { Asked } from './asked.tsx';
import type { QuizItem } from './quiz-item.ts';

interface QuizRowProps {
  item: QuizItem;
  place: number;
  onChange(item: QuizItem): void;
}

const SECONDS = { least: 5, most: 600 };
const POINTS = { least: 0, most: 1000 };

/** A row of the editor. */
export function QuizRow({ item, place, onChange }: QuizRowProps) {
  const t = useTranslations('desk.quizEditor');
  const kinds = useTranslations('desk.board.kinds');
  const [shown, setShown] = useState(false);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-[10px] border border-line px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {/* on a phone its numbers stand below it, side by side */}
        <div className="flex min-w-0 flex-1 basis-56 items-center gap-3">
          <span className="w-6 shrink-0 text-center text-ink-3 text-[14px] tabular-nums">{place}</span>
          <span className="min-w-0 flex-1">
            <bdi className="font-[550]">{item.title}</bdi>
            <span className="block text-[13px] text-ink-2">{kinds(item.kind)}</span>
          </span>
          <button
            type="button"
            aria-expanded={shown}
            aria-label={t('look', { title: item.title })}
            onClick={() => setShown(!shown)}
            className="grid size-9 shrink-0 place-items-center rounded-1 text-ink-2 hover:bg-fill hover:text-ink"
          >
            <span aria-hidden>{shown ? '▴' : '▾'}</span>
          </button>
        </div>
        <div className="flex items-center gap-3">
          <Told
            label={t('seconds')}
            place={place}
            value={item.seconds}
            faulty={item.faulty?.seconds}
            usual={item.usualSeconds}
            range={SECONDS}
            onChange={(seconds, faulty) => onChange({ ...item, seconds, faulty: { ...item.faulty, seconds: faulty } })}
          />
          {beginnings[item.kind].points ? (
            <Told
              label={t('points')}
              place={place}
              value={item.points}
              faulty={item.faulty?.points}
              usual={item.usualPoints}
              range={POINTS}
              onChange={(points, faulty) => onChange({ ...item, points, faulty: { ...item.faulty, points: faulty } })}
            />
          ) : (
            <span className="w-24 text-[14px] text-ink-2 tabular-nums">
              {t('pointsOf', { points: item.usualPoints })}
            </span>
          )}
        </div>
      </div>
      {item.newest > item.version && (
        <p className="flex flex-wrap items-center gap-3 text-[14px] text-wait">
          {t('newer', { version: item.version, newest: item.newest })}
          <Button size="small" onClick={() => onChange({ ...item, version: item.newest })}>
            {t('takeNewer', { newest: item.newest })}
          </Button>
        </p>
      )}
      {shown && <Asked item={item} />}
    </div>
  );
}

interface ToldProps {
  label: string;
  place: number;
  value: number | null;
  faulty: string | undefined;
  usual: number;
  range: { least: number; most: number };
  onChange(value: number | null, faulty: string | undefined): void;
}

/** A whole number of its own; empty: as usual. What is no such number stays, and says so. */
function Told({ label, place, value, faulty, usual, range, onChange }: ToldProps) {
  const t = useTranslations('desk.quizEditor');
  const text = faulty ?? (value === null ? '' : String(value));
  const fits = (typed: string): boolean =>
    typed.trim() === '' || (/^\d+$/.test(typed.trim()) && Number(typed) >= range.least && Number(typed) <= range.most);
  return (
    <TextField
      label={label}
      aria-label={t('ofPlace', { label, place })}
      part={`${label}.${place}`}
      value={text}
      placeholder={String(usual)}
      inputMode="numeric"
      onChange={(typed) => {
        if (!fits(typed)) onChange(value, typed);
        else onChange(typed.trim() === '' ? null : Number(typed), undefined);
      }}
      wrong={fits(text) ? [] : [{ code: '', params: {}, line: 1, column: 1, words: t('range', range) }]}
      className="w-24"
    />
  );
}
