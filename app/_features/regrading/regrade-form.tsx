'use client';
/** What to regrade: the questions that grade otherwise than they did are chosen to begin with. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { RegradeOffer } from '../../../domain/judging/regrade-views.ts';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';

interface RegradeFormProps {
  offer: RegradeOffer;
  busy: boolean;
  error: string | undefined;
  onStart(questionIds: string[]): void;
}

export function RegradeForm({ offer, busy, error, onStart }: RegradeFormProps) {
  const t = useTranslations('desk.regrade');
  const possible = offer.questions.filter((one) => one.submissions > 0);
  const changed = possible.filter((one) => one.changed > 0);
  const [chosen, setChosen] = useState(() => changed.map((one) => one.id));
  if (possible.length === 0)
    return (
      <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">
        {t('nothing', { version: offer.version })}
      </p>
    );
  const all = chosen.length === possible.length;
  const count = possible.reduce((sum, one) => sum + (chosen.includes(one.id) ? one.submissions : 0), 0);
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-2 border border-line bg-sheet p-4 sm:p-5"
      onSubmit={(event) => {
        event.preventDefault();
        onStart(chosen);
      }}
    >
      <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <legend className="mb-1 font-semibold text-[15px]">{t('which')}</legend>
        <Choice checked={all} onChange={(on) => setChosen(on ? possible.map((one) => one.id) : [])}>
          <span className="font-[550]">{t('all')}</span>
        </Choice>
        {possible.map((one) => (
          <Choice
            key={one.id}
            checked={chosen.includes(one.id)}
            onChange={(on) =>
              setChosen((before) => (on ? [...before, one.id] : before.filter((other) => other !== one.id)))
            }
          >
            <span className="min-w-0 flex-1 basis-48">
              <span className="me-2 text-[13px] text-ink-3">{t(one.role, { number: one.number })}</span>
              <bdi>{one.title}</bdi>
            </span>
            <span className="text-[13px] text-ink-2 tabular-nums">{t('answers', { count: one.submissions })}</span>
            {one.changed > 0 && <Chip tone="wait">✎ {t('changed')}</Chip>}
          </Choice>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="first" disabled={busy || chosen.length === 0}>
          {t(busy ? 'starting' : 'start')}
        </Button>
        <span className="text-[14px] text-ink-2 tabular-nums">{t('chosen', { count })}</span>
        <span role="alert" className="text-[14px] text-wrong empty:hidden">
          {error}
        </span>
      </div>
    </form>
  );
}

function Choice({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange(on: boolean): void;
  children: React.ReactNode;
}) {
  return (
    <label className="flex min-h-11 items-center gap-3 rounded-[10px] px-2 hover:bg-fill">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
        className="size-4 shrink-0 accent-violet"
      />
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">{children}</span>
    </label>
  );
}
