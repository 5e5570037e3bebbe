'use client';
/** “Find me eight about gradients, of rising difficulty, two of them maths”, as a form. */
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { askedKinds } from '../../../../domain/kinds/asked.ts';
import { call, type Given } from '../../../_client/calls.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField } from '../../../_ui/select-field.tsx';

type Found = Given<'quizzes.suggest'>;

interface SuggestFormProps {
  taken: readonly string[];
  /** as many as fit into the quiz */
  room: number;
  onFound(rows: Found['rows']): void;
}

const FIELD = 'min-h-10 min-w-0 rounded-[10px] border border-line bg-sheet px-3 font-normal';

export function SuggestForm({ taken, room, onFound }: SuggestFormProps) {
  const t = useTranslations('desk.quizEditor.suggest');
  const kinds = useTranslations('desk.board.kinds');
  const [kind, setKind] = useState('');
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<string[]>([]);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const count = Math.min(room, Math.max(1, Number(typed.get('count')) || 1));
    const ofKind = Number(typed.get('ofKind')) || 0;
    setBusy(true);
    setTold([]);
    const outcome = await call('quizzes.suggest', {
      search: String(typed.get('about') ?? '').trim(),
      count,
      kinds: kind === '' || ofKind === 0 ? {} : { [kind]: Math.min(ofKind, count) },
      rising: typed.get('rising') !== null,
      except: [...taken],
    });
    setBusy(false);
    if (!outcome.ok) {
      setTold([t('failed')]);
      return;
    }
    onFound(outcome.rows);
    setTold([
      t('found', { count: outcome.rows.length }),
      ...outcome.missing.map((one) => t('missing', { count: one.count, kind: kinds(one.kind) })),
    ]);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-3 rounded-[10px] border border-line p-3">
      <div className="grid gap-3 sm:grid-cols-[6rem_minmax(0,1fr)]">
        <label className="grid gap-1.5 font-[550] text-[14px]">
          {t('count')}
          <input
            name="count"
            type="number"
            min={1}
            max={Math.min(50, room)}
            defaultValue={Math.min(8, room)}
            className={FIELD}
          />
        </label>
        <label className="grid gap-1.5 font-[550] text-[14px]">
          {t('about')}
          <input name="about" type="search" maxLength={200} placeholder={t('aboutHint')} className={FIELD} />
        </label>
      </div>
      <div className="grid gap-3 sm:grid-cols-[6rem_minmax(0,1fr)]">
        <label className="grid gap-1.5 font-[550] text-[14px]">
          {t('ofKind')}
          <input name="ofKind" type="number" min={0} max={50} defaultValue={0} className={FIELD} />
        </label>
        <SelectField
          label={t('kind')}
          wide
          value={kind}
          options={[
            { value: '', label: t('anyKind') },
            ...Object.values(askedKinds).map((one) => ({ value: one.kind, label: kinds(one.kind) })),
          ]}
          onChange={({ target }) => setKind(target.value)}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <label className="flex min-h-10 items-center gap-2 text-[14px]">
          <input name="rising" type="checkbox" defaultChecked className="size-4" />
          {t('rising')}
        </label>
        <Button type="submit" idle={busy || room < 1} className="ms-auto">
          {t('find')}
        </Button>
      </div>
      <p role="status" className="text-[14px] text-ink-2 empty:hidden">
        {told.join(' ')}
      </p>
    </form>
  );
}
