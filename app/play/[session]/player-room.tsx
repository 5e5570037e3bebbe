'use client';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
/** The player's room, phase by phase. */
import { askedKind } from '../../../domain/kinds/asked.ts';
import type { PlayerView } from '../../../domain/live/views.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { ClockFace } from '../../_features/live/clock-face.tsx';
import { ConnectionNote } from '../../_features/live/connection-note.tsx';
import { OptionList } from '../../_features/live/option-list.tsx';
import { SoundSwitch } from '../../_features/live/sound-switch.tsx';
import { Specimen } from '../../_features/live/specimen.tsx';
import { useCountdown } from '../../_features/live/use-clock.ts';
import { ownBell, type PlayerSeat, usePlayer } from '../../_features/live/use-player.ts';
import { useSounds } from '../../_features/live/use-sounds.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { loadRefusals, useRefusals } from '../../_i18n/use-refusals.ts';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { JoinForm } from '../../join/join-form.tsx';
import { AnswerPad } from './answer-pad.tsx';
import { ReceiptLine } from './receipt-line.tsx';
import { Review } from './review.tsx';
import { RoundResult } from './round-result.tsx';
import { usePhase } from './use-phase.ts';

/** @param name of somebody who is signed in, to be called by; '' for guests */
export function PlayerRoom({ session, name }: { session: string; name: string }) {
  const t = useTranslations('live.play');
  const common = useTranslations('common');
  const say = useRefusals();
  const seat = usePlayer(session);
  const { view } = seat;
  const seated = view !== undefined;
  useEffect(() => {
    // a late answer is refused when the network of a room is worst
    if (seated) void loadRefusals();
  }, [seated]);
  if (seat.gone === 'noSeat')
    return <JoinForm code={view?.code ?? ''} name={name} meant={session} onSeated={seat.enter} />;
  if (seat.gone !== undefined)
    return (
      <main id="content" className="mx-auto grid max-w-[420px] gap-4 px-4 py-20 text-center">
        <h1 className="font-semibold font-serif text-2xl">{t('gone')}</h1>
        <p className="text-ink-2" role="alert">
          {say(seat.gone)}
        </p>
        <Button look="first" size="large" onClick={() => void seat.leave()}>
          {t('again')}
        </Button>
      </main>
    );
  if (view === undefined)
    return (
      <main id="content" className="grid min-h-dvh place-items-center text-ink-2">
        <h1 className="sr-only">{t('title')}</h1>
        <p role="status">{common('loading')}</p>
        <ConnectionNote state={seat.connection} />
      </main>
    );
  return (
    <div className="mx-auto flex min-h-dvh max-w-[560px] flex-col px-4">
      <ConnectionNote state={seat.connection} />
      <PlayerHead view={view} seat={seat} />
      <main id="content" className="flex flex-1 flex-col gap-4 pt-3 pb-4">
        <PhaseOf view={view} seat={seat} />
      </main>
      {view.me.receipt?.provisional === false && view.phase !== 'ended' && <ReceiptLine receipt={view.me.receipt} />}
    </div>
  );
}

function PlayerHead({ view, seat }: { view: PlayerView; seat: PlayerSeat }) {
  const t = useTranslations('live');
  const left = useCountdown(seat.clock, view.opensAt, ownBell(view), view.phase === 'question');
  const said = usePhase(view, seat.clock, left?.seconds ?? null);
  const sounds = useSounds(view.phase, left?.seconds ?? null);
  return (
    <header className="relative flex h-14 items-center gap-3">
      <p role="status" className="sr-only">
        {said}
      </p>
      {left !== null && (
        <span aria-hidden className="absolute inset-x-0 bottom-0 h-1 overflow-hidden rounded-full bg-line sm:hidden">
          <span className="block h-full bg-violet" style={{ width: `${left.share * 100}%` }} />
        </span>
      )}
      <span aria-hidden className="text-[22px] text-violet">
        ∇
      </span>
      <bdi className="min-w-0 flex-1 truncate font-semibold">{view.me.nickname}</bdi>
      <ClockFace left={left} silent />
      {view.round >= 0 && (
        <span className="whitespace-nowrap text-[14px] text-ink-2">
          {view.number}/{view.rounds}
        </span>
      )}
      <Chip>{t('points', { points: view.me.points })}</Chip>
      <SoundSwitch sounds={sounds} />
    </header>
  );
}

function PhaseOf({ view, seat }: { view: PlayerView; seat: PlayerSeat }): ReactNode {
  const t = useTranslations('live.play');
  const live = useTranslations('live');
  const { question } = view;
  switch (view.phase) {
    case 'lobby':
      return (
        <div className="grid flex-1 place-content-center gap-3 text-center">
          <h1 className="font-semibold font-serif text-3xl">{t.rich('in', { name: view.me.nickname, ...BDI })}</h1>
          <p className="font-serif text-[18px] [overflow-wrap:anywhere]">
            <bdi>{view.lesson}</bdi>
          </p>
          <p className="text-ink-2">{t('wait')}</p>
          <p className="text-ink-2">{t('waitHere')}</p>
        </div>
      );
    case 'read':
    case 'question':
    case 'closed':
      return question === null ? null : (
        <>
          <h1 className="sr-only">{question.title}</h1>
          {view.revote && <p className="text-[14px] text-ink-2">{t('revote')}</p>}
          {view.ownValues && <p className="text-[14px] text-ink-2">{live('ownMine')}</p>}
          {/* read first by whoever listens; the way to the answer begins after it */}
          <section data-phase tabIndex={-1} aria-label={question.title} className="focus-visible:outline-none">
            {(view.phase === 'read' || !askedKind(question).promptInField) && (
              <Html html={question.promptHtml} className="lesson-prose font-serif text-[20px] leading-snug" />
            )}
          </section>
          {view.phase === 'read' ? <p className="text-ink-2">{t('look')}</p> : <Answering view={view} seat={seat} />}
        </>
      );
    case 'discuss':
      return question === null ? null : (
        <>
          <section className="grid gap-1 rounded-2 bg-violet-soft px-4 py-4">
            <h1 data-phase tabIndex={-1} className="font-semibold font-serif text-2xl focus-visible:outline-none">
              {t('discuss')}
            </h1>
            <p className="text-ink-2">{t('discussHow')}</p>
          </section>
          <Html html={question.promptHtml} className="lesson-prose font-serif text-[20px] leading-snug" />
          {question.options !== null ? (
            <OptionList options={question.options} voted={votedBy(view)} />
          ) : (
            view.me.receipt !== null && (
              <section className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
                <h2 className="text-[14px] text-ink-2">{t('yourAnswer')}</h2>
                <Specimen answer={view.me.receipt.answer} />
              </section>
            )
          )}
        </>
      );
    case 'reveal':
    case 'standings':
      return <RoundResult view={view} />;
    default:
      return <Review view={view} />;
  }
}

/** The pad, and after the bell the same with its buttons off: the same for everybody, whoever has more time or not. */
function Answering({ view, seat }: { view: PlayerView; seat: PlayerSeat }) {
  const t = useTranslations('live.play');
  const left = useCountdown(seat.clock, view.opensAt, ownBell(view), view.phase === 'question');
  const over = view.phase === 'closed' || left?.seconds === 0;
  return (
    <>
      <p
        role="status"
        className={over ? 'rounded-2 bg-violet-soft px-4 py-3 font-semibold text-violet-ink' : 'sr-only'}
      >
        {over && t('timeUp')}
      </p>
      <div inert={over} className={clsx('flex flex-1 flex-col gap-4', over && 'opacity-60')}>
        <AnswerPad key={view.round} view={view} seat={seat} over={over} />
      </div>
    </>
  );
}

function votedBy({ me }: PlayerView): readonly string[] {
  const given = me.receipt?.answer;
  return given !== undefined && askedKind(given).opens === 'options' ? (askedKind(given).letters?.(given) ?? []) : [];
}
