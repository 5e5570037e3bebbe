'use client';
/** The wall at a step, with what goes on and back below it; arrow keys do the same. What takes several pages is turned first. */
import '../screen/wall.css';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { Replay } from '../../../../../domain/live/report/replay.ts';
import { calls } from '../../../../_client/calls.ts';
import { Reads } from '../../../../_client/reads.tsx';
import { useRead } from '../../../../_client/use-read.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Phase } from '../screen/phase.tsx';
import { Stage } from '../screen/stage.tsx';

interface ReplayWallProps {
  session: string;
  initial: Replay | null;
}

export function ReplayWall(props: ReplayWallProps) {
  return (
    <Reads>
      <Wall {...props} />
    </Reads>
  );
}

function Wall({ session, initial }: ReplayWallProps) {
  const t = useTranslations('live.replay');
  const live = useTranslations('live');
  const [step, setStep] = useState(0);
  const [page, setPage] = useState(0);
  const [pages, setPages] = useState(1);
  const asked = { session, step };
  const { seen } = useRead(['replay', asked], () => calls.live.replay.mutate(asked), {
    keeps: true,
    ...(step === 0 ? { initial: { ok: true as const, replay: initial } } : {}),
  });
  const shown = seen?.replay ?? initial;
  const last = (shown?.steps ?? 1) - 1;
  const turn = useCallback(
    (by: 1 | -1): void => {
      const turned = page + by;
      const isHere = turned >= 0 && turned < pages;
      setPage(isHere ? turned : 0);
      if (!isHere) setStep(Math.min(last, Math.max(0, step + by)));
    },
    [page, pages, step, last],
  );
  useEffect(() => {
    const pressed = ({ key, target }: KeyboardEvent): void => {
      if (target instanceof Element && target.closest('a, button, summary') !== null && key === 'Enter') return;
      if (key === 'ArrowRight' || key === 'PageDown') turn(1);
      if (key === 'ArrowLeft' || key === 'PageUp') turn(-1);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [turn]);
  const report = (
    <ButtonLink href={`/live/${session}/report`} prefetch={false}>
      {t('toReport')}
    </ButtonLink>
  );
  if (shown === null)
    return (
      <main id="content" className="grid min-h-dvh place-content-center justify-items-center gap-4 text-ink-2">
        <h1 className="sr-only">{t('title')}</h1>
        <p>{t('none')}</p>
        {report}
      </main>
    );
  const { view } = shown;
  return (
    <div className="wall">
      <header className="flex min-h-[calc(60*var(--u))] items-center gap-[calc(28*var(--u))] text-ink-2">
        <span aria-hidden className="text-[length:calc(52*var(--u))] text-violet leading-none">
          ∇
        </span>
        <span className="min-w-0 flex-1 truncate">
          {view.phase === 'podium' ? (
            <bdi>{view.lesson}</bdi>
          ) : (
            live('questionOf', { round: view.number, rounds: view.rounds })
          )}
        </span>
      </header>
      <Stage key={`${view.phase} ${view.round}`} page={page} onPages={setPages}>
        <Phase view={view} />
      </Stage>
      <nav aria-label={t('title')} className="flex flex-wrap items-center gap-3 text-[15px]">
        <Button idle={step === 0 && page === 0} onClick={() => turn(-1)}>
          {t('back')}
        </Button>
        <Button look="first" idle={step === last && page === pages - 1} onClick={() => turn(1)}>
          {t('on')}
        </Button>
        <span role="status" className="text-ink-2 tabular-nums">
          {t('steps', { step: shown.step + 1, steps: shown.steps })}
        </span>
        <span className="text-ink-3 max-sm:hidden">{t('keys')}</span>
        <span className="ms-auto">{report}</span>
      </nav>
    </div>
  );
}
