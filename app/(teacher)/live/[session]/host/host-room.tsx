'use client';
/** The host's room: one button says what comes next; → and Enter press it. */
import { useTranslations } from 'next-intl';
import { ClockFace } from '../../../../_features/live/clock-face.tsx';
import { ConnectionNote } from '../../../../_features/live/connection-note.tsx';
import { SoundSwitch } from '../../../../_features/live/sound-switch.tsx';
import { useCountdown } from '../../../../_features/live/use-clock.ts';
import { useHost } from '../../../../_features/live/use-host.ts';
import { useSounds } from '../../../../_features/live/use-sounds.ts';
import { useRefusals } from '../../../../_i18n/use-refusals.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { Controls } from './controls.tsx';
import { CorrectPanel } from './correct-panel.tsx';
import { MorePanel } from './more-panel.tsx';
import { People } from './people.tsx';
import { Stage } from './stage.tsx';
import { Ticks } from './ticks.tsx';
import { useNext } from './use-next.ts';

interface HostRoomProps {
  session: string;
  /** where the version of the quiz stands that is played; undefined: it is a lesson's, or not for this host */
  quiz: string | undefined;
}

export function HostRoom({ session, quiz }: HostRoomProps) {
  const t = useTranslations('live.host');
  const live = useTranslations('live');
  const common = useTranslations('common');
  const say = useRefusals();
  const host = useHost(session);
  const { view, clock, command } = host;
  const left = useCountdown(clock, view?.opensAt ?? null, view?.closesAt ?? null, view?.phase === 'question');
  const sounds = useSounds(view?.phase, left?.seconds ?? null);
  const playAgain = async (): Promise<void> => {
    const next = await host.again();
    if (next !== undefined) location.assign(`/live/${next}/host`);
  };
  const next = useNext({
    view,
    now: clock.now,
    timeUp: left?.seconds === 0,
    onCommand: (given) => void command(given),
  });
  if (view === undefined)
    return (
      <main id="content" className="grid min-h-dvh place-items-center text-ink-2">
        <h1 className="sr-only">{t('title')}</h1>
        <p role="status">{host.refused === undefined ? common('loading') : say(host.refused)}</p>
        <ConnectionNote state={host.connection} />
      </main>
    );
  const answering = view.phase === 'question' || view.phase === 'closed';
  const waiting = left?.seconds === 0 && view.moreTime > 0 ? t('waitingFor', { count: view.moreTime }) : undefined;
  return (
    <div className="min-h-dvh pb-28 max-sm:pb-44">
      <ConnectionNote state={host.connection} />
      <header className="flex items-center gap-2.5 border-line border-b px-4 py-3 sm:flex-wrap sm:gap-x-4 sm:gap-y-2 sm:px-6">
        <span aria-hidden className="text-[22px] text-violet">
          ∇
        </span>
        <h1 dir="auto" className="min-w-0 truncate font-semibold max-sm:sr-only">
          {view.lesson}
        </h1>
        <Chip tone="violet" className="text-[15px]! tabular-nums">
          {view.code}
        </Chip>
        {view.round >= 0 && (
          <>
            <span className="text-[14px] text-ink-2 max-sm:sr-only">
              {live('questionOf', { round: view.number, rounds: view.rounds })}
              {view.revote && ` · ${t('second')}`}
            </span>
            <span aria-hidden className="text-[14px] text-ink-2 tabular-nums sm:hidden">
              {view.number}/{view.rounds}
            </span>
          </>
        )}
        <span className="min-w-0 truncate text-[14px] text-ink-2" aria-live="polite">
          {answering
            ? live('answered', { answered: view.answered, players: view.players })
            : live('players', { players: view.players })}
        </span>
        <span className="ms-auto flex shrink-0 items-center gap-1 sm:gap-3">
          {waiting !== undefined && (
            <span role="status" className="text-[14px] text-ink-2 max-sm:hidden">
              {waiting}
            </span>
          )}
          <ClockFace left={left} />
          <SoundSwitch sounds={sounds} />
          <ButtonLink
            size="small"
            href={`/live/${session}/screen`}
            target="_blank"
            rel="opener"
            className="max-sm:hidden"
          >
            {t('screen')}
          </ButtonLink>
        </span>
      </header>
      <main
        id="content"
        className="mx-auto grid max-w-[1200px] gap-8 px-4 py-6 sm:px-6 lg:grid-cols-[minmax(0,1fr)_320px]"
      >
        <section className="grid grid-cols-[minmax(0,1fr)] content-start gap-5">
          {waiting !== undefined && (
            <p role="status" className="text-[14px] text-ink-2 sm:hidden">
              {waiting}
            </p>
          )}
          <Stage
            view={view}
            onSpecimen={(group) => void command({ type: 'specimen', group })}
            onCommand={(given) => void command(given)}
          />
          {answering && view.people.length > 0 && <Ticks view={view} now={clock.now} />}
        </section>
        <div className="grid content-start gap-6">
          <People view={view} folded={answering} onSeat={(player, removed) => void host.seat(player, removed)} />
          {view.phase === 'ended' && quiz !== undefined && (
            <p>
              <ButtonLink size="small" href={quiz} prefetch={false}>
                {t('quizPlayed')}
              </ButtonLink>
            </p>
          )}
          {view.round >= 0 && ['reveal', 'standings', 'podium', 'ended'].includes(view.phase) && (
            <CorrectPanel busy={host.busy} onCorrect={host.correct} />
          )}
          {view.phase !== 'ended' && (
            <MorePanel
              view={view}
              busy={host.busy}
              onRehearse={(players) => void host.rehearse(players)}
              onHandOver={host.handOver}
            />
          )}
        </div>
      </main>
      <Controls
        view={view}
        next={next}
        busy={host.busy}
        complaint={host.complaint === undefined ? undefined : say(host.complaint)}
        onCommand={(given) => void command(given)}
        onAgain={() => void playAgain()}
      />
    </div>
  );
}
