'use client';
/** Regrading a lesson: choose what, watch the pool, read the report, apply it or leave it. For a class, or for all. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { RegradeOffer, RegradeView } from '../../../domain/judging/regrade-views.ts';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button, ButtonLink } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { useAsking } from '../../_ui/use-asking.tsx';
import { addressOf, PastRegrades } from './past-regrades.tsx';
import { RegradeForm } from './regrade-form.tsx';
import { RegradeProgress } from './regrade-progress.tsx';
import { RegradeReport } from './regrade-report.tsx';
import { useRegrade } from './use-regrade.ts';

interface RegradePanelProps {
  classId: string | null;
  offer: RegradeOffer;
  /** the one that is open or was asked for */
  initial: RegradeView | null;
  /** this page, to which `regrade=…` is added */
  address: string;
}

const TONES = { grading: 'violet', ready: 'wait', applied: 'right', cancelled: 'plain' } as const;
const SIGNS = { grading: '…', ready: '?', applied: '✓', cancelled: '✕' } as const;

export function RegradePanel({ classId, offer, initial, address }: RegradePanelProps) {
  const t = useTranslations('desk.regrade');
  const router = useRouter();
  const { view, read } = useRegrade(initial);
  const { busy, error, send } = useCommand();
  /** at which one a command was refused: at others that is not said */
  const [refusedAt, setRefusedAt] = useState<string>();
  const { ask, dialog } = useAsking();
  /** stays with this one, whatever becomes of it, also when the page is read again */
  const show = (regrade: string): void => {
    router.replace(addressOf(address, regrade), { scroll: false });
    router.refresh();
  };
  const act = async (command: 'regrading.apply' | 'regrading.cancel'): Promise<void> => {
    if (view === null) return;
    const done = await send(command, { regrade: view.id });
    if (done === undefined) setRefusedAt(view.id);
    // also where it was refused: somebody else may have ended it
    await read(view.id);
    if (done !== undefined) show(view.id);
  };
  const apply = async (): Promise<void> => {
    if (await ask({ title: t('applySure'), text: t('applyMeans'), act: t('apply') })) await act('regrading.apply');
  };
  const start = async (questionIds: string[]): Promise<void> => {
    const started = await send('regrading.start', { lessonId: offer.lesson.id, classId, questionIds });
    if (started === undefined) {
      setRefusedAt(undefined);
      return;
    }
    await read(started.regrade);
    show(started.regrade);
  };
  const open = view !== null && (view.state === 'grading' || view.state === 'ready');
  return (
    <div className="mx-auto grid max-w-[1100px] grid-cols-[minmax(0,1fr)] gap-6">
      {dialog}
      <header className="grid gap-2">
        <h1 className="font-semibold text-[22px]">{t.rich('title', { lesson: offer.lesson.title, ...BDI })}</h1>
        <p className="max-w-[70ch] text-ink-2">
          {t(classId === null ? 'textAll' : 'text', { version: offer.version })}
        </p>
      </header>
      {view !== null && (
        <section aria-labelledby="regrade" className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <h2 id="regrade" className="font-semibold text-[17px]">
              {t('against', { version: view.version })}
            </h2>
            <Chip tone={TONES[view.state]}>
              <span aria-hidden>{SIGNS[view.state]}</span> {t(`state.${view.state}`)}
            </Chip>
            <span className="ms-auto flex flex-wrap items-center gap-2 max-sm:ms-0">
              {view.report !== null && (
                <ButtonLink href={`/api/regrades/${view.id}`} prefetch={false}>
                  {t('csv')}
                </ButtonLink>
              )}
              {open && (
                <Button look="quiet" disabled={busy} onClick={() => void act('regrading.cancel')}>
                  {t('cancel')}
                </Button>
              )}
              {view.state === 'ready' && (
                <Button look="first" disabled={busy} onClick={() => void apply()}>
                  {t('apply')}
                </Button>
              )}
              {!open && <ButtonLink href={address}>{t('another')}</ButtonLink>}
            </span>
          </div>
          <p role="alert" className="text-[14px] text-wrong empty:hidden">
            {refusedAt === view.id && error}
          </p>
          {view.state === 'grading' && <RegradeProgress progress={view.progress} />}
          {view.state === 'cancelled' && <p className="text-ink-2">{t('cancelled')}</p>}
          {view.report !== null && <RegradeReport view={view} report={view.report} />}
        </section>
      )}
      {view === null && (
        <RegradeForm
          offer={offer}
          busy={busy}
          error={refusedAt === undefined ? error : undefined}
          onStart={(ids) => void start(ids)}
        />
      )}
      <PastRegrades regrades={offer.regrades} shown={view?.id} address={address} />
    </div>
  );
}
