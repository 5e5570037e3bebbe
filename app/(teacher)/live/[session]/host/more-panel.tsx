'use client';
/** What a host does less often: try the room out alone, hand it to a colleague. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MOST_REHEARSAL } from '../../../../../domain/live/rehearsal.ts';
import type { HostView } from '../../../../../domain/live/views.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';

interface MorePanelProps {
  view: HostView;
  busy: boolean;
  onRehearse(players: number): void;
  /** @returns whether it was done */
  onHandOver(login: string): Promise<boolean>;
}

export function MorePanel({ view, busy, onRehearse, onHandOver }: MorePanelProps) {
  const t = useTranslations('live.host');
  const rehearsing = view.people.filter((person) => person.rehearsal).length;
  return (
    <section aria-label={t('beside')} className="grid gap-3 text-[14px]">
      {rehearsing > 0 ? (
        <div className="grid gap-2 rounded-2 bg-wait-soft px-4 py-3">
          <p>{t('rehearsing', { count: rehearsing })}</p>
          <Button size="small" className="justify-self-start" disabled={busy} onClick={() => onRehearse(0)}>
            {t('rehearseEnd')}
          </Button>
        </div>
      ) : (
        view.phase === 'lobby' && <Rehearse busy={busy} onRehearse={onRehearse} />
      )}
      <HandOver busy={busy} onHandOver={onHandOver} />
    </section>
  );
}

function Rehearse({ busy, onRehearse }: Pick<MorePanelProps, 'busy' | 'onRehearse'>) {
  const t = useTranslations('live.host');
  const [players, setPlayers] = useState(8);
  return (
    <details className="rounded-2 border border-line bg-sheet px-4 py-3">
      <summary className="cursor-pointer font-[550]">{t('rehearse')}</summary>
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          onRehearse(players);
        }}
      >
        <p className="text-ink-2">{t('rehearseHow')}</p>
        <Field
          label={t('rehearsePlayers')}
          type="number"
          min={1}
          max={MOST_REHEARSAL}
          required
          value={players}
          onChange={(event) => setPlayers(Number(event.target.value))}
        />
        <Button type="submit" disabled={busy} className="justify-self-start">
          {t('rehearseStart')}
        </Button>
      </form>
    </details>
  );
}

function HandOver({ busy, onHandOver }: Pick<MorePanelProps, 'busy' | 'onHandOver'>) {
  const t = useTranslations('live.host');
  const [login, setLogin] = useState('');
  const [done, setDone] = useState<string>();
  return (
    <details className="rounded-2 border border-line bg-sheet px-4 py-3">
      <summary className="cursor-pointer font-[550]">{t('handOver')}</summary>
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void onHandOver(login).then((handed) => {
            if (handed) setDone(login);
          });
        }}
      >
        <p className="text-ink-2">{t('handOverHow')}</p>
        <Field
          label={t('handOverTo')}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={100}
          required
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
        <Button type="submit" disabled={busy || login.trim() === ''} className="justify-self-start">
          {t('handOverDo')}
        </Button>
        {done !== undefined && <p role="status">{t.rich('handedOver', { login: done, ...BDI })}</p>}
      </form>
    </details>
  );
}
