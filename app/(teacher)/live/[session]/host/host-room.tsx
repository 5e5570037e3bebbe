'use client';
/** The host's desk: one button says what comes next; → and Enter press it. */
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { HostCommand } from '../../../../../domain/live/advance.ts';
import type { HostView } from '../../../../../domain/live/views.ts';
import { Button, ButtonLink } from '../../../../_components/button.tsx';
import { Chip } from '../../../../_components/chip.tsx';
import { Html } from '../../../../_components/lesson/html.tsx';
import { AnswerGroups } from '../../../../_components/live/answer-groups.tsx';
import { ClockFace } from '../../../../_components/live/clock-face.tsx';
import { ConnectionNote } from '../../../../_components/live/connection-note.tsx';
import { Distribution } from '../../../../_components/live/distribution.tsx';
import { QrCode } from '../../../../_components/live/qr-code.tsx';
import { Specimen } from '../../../../_components/live/specimen.tsx';
import { Standings } from '../../../../_components/live/standings.tsx';
import { useCountdown } from '../../../../_live/use-clock.ts';
import { useHost } from '../../../../_live/use-desk.ts';
import { HostReport } from './host-report.tsx';
import { People } from './people.tsx';

/** What `next` does, by phase: the words of the first button. */
function nextLabel(view: HostView): string | undefined {
  switch (view.phase) {
    case 'lobby':
      return 'start';
    case 'read':
      return 'openOptions';
    case 'question':
      return 'close';
    case 'reveal':
      return 'standings';
    case 'standings':
      return view.round + 1 < view.rounds ? 'nextQuestion' : 'toPodium';
    case 'podium':
      return 'finish';
    default:
      return undefined;
  }
}

export function HostRoom({ session }: { session: string }) {
  const t = useTranslations('live.host');
  const live = useTranslations('live');
  const common = useTranslations('common');
  const words = useTranslations('refusals');
  const host = useHost(session);
  const { view, clock, command } = host;
  const left = useCountdown(clock, view?.opensAt ?? null, view?.closesAt ?? null, view?.phase === 'question');
  const label = view === undefined ? undefined : nextLabel(view);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inControl =
        event.target instanceof HTMLElement && event.target.closest('button, a, input, [role="menu"]') !== null;
      if (event.repeat || (event.key !== 'ArrowRight' && (event.key !== 'Enter' || inControl))) return;
      if (label !== undefined) void command({ type: 'next' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  if (view === undefined)
    return (
      <main id="content" className="grid min-h-dvh place-items-center text-ink-2">
        <h1 className="sr-only">{t('title')}</h1>
        <p role="status">{host.refused === undefined ? common('loading') : words(host.refused, { field: 'none' })}</p>
        <ConnectionNote state={host.connection} />
      </main>
    );
  return (
    <div className="min-h-dvh pb-28">
      <ConnectionNote state={host.connection} />
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-3 sm:px-6">
        <span aria-hidden className="text-[22px] text-violet">
          ∇
        </span>
        <h1 className="min-w-0 truncate font-semibold">{view.lesson}</h1>
        <Chip tone="violet" className="text-[15px]! tabular-nums">
          {view.code}
        </Chip>
        {view.round >= 0 && (
          <span className="text-[14px] text-ink-2">
            {live('questionOf', { round: view.round + 1, rounds: view.rounds })}
          </span>
        )}
        <span className="text-[14px] text-ink-2" aria-live="polite">
          {view.phase === 'question'
            ? live('answered', { answered: view.answered, players: view.players })
            : live('players', { players: view.players })}
        </span>
        <span className="ml-auto flex items-center gap-3">
          <ClockFace left={left} />
          <ButtonLink size="small" href={`/live/${session}/screen`} target="_blank" rel="opener">
            {t('screen')}
          </ButtonLink>
        </span>
      </header>
      <main
        id="content"
        className="mx-auto grid max-w-[1200px] gap-8 px-4 py-6 sm:px-6 lg:grid-cols-[minmax(0,1fr)_320px]"
      >
        <section className="grid grid-cols-[minmax(0,1fr)] content-start gap-5">
          <Stage view={view} />
        </section>
        <People view={view} onSeat={(player, removed) => void host.seat(player, removed)} />
      </main>
      <Controls
        view={view}
        label={label}
        busy={host.busy}
        complaint={host.complaint === undefined ? undefined : words(host.complaint, { field: 'none' })}
        onCommand={(given) => void command(given)}
      />
    </div>
  );
}

function Stage({ view }: { view: HostView }) {
  const t = useTranslations('live.host');
  const live = useTranslations('live');
  if (view.phase === 'ended') return <HostReport view={view} />;
  if (view.phase === 'lobby')
    return (
      <>
        <h2 className="font-semibold font-serif text-2xl">{t('lobby')}</h2>
        <p className="text-ink-2">
          {live('screen.joinAt')} <b className="text-ink">{view.joinUrl}</b> {live('screen.withCode')}
        </p>
        <p className="font-semibold text-[72px] text-violet-ink tabular-nums leading-none tracking-wide">{view.code}</p>
        <QrCode svg={view.qr} address={`${view.joinUrl}/${view.code}`} className="size-48 rounded-2 bg-white p-3" />
      </>
    );
  if (view.phase === 'standings' || view.phase === 'podium') return <Standings players={view.standings ?? []} />;
  return view.question === null ? null : (
    <>
      <h2 className="font-semibold text-[15px] text-ink-2">{view.question.title}</h2>
      <Html html={view.question.promptHtml} className="font-serif text-[22px] leading-snug" />
      {view.groups !== null ? (
        <AnswerGroups
          groups={view.groups}
          more={(index) => {
            const specimen = view.specimens[index];
            return (
              specimen && (
                <details className="text-[14px] text-ink-2">
                  <summary className="cursor-pointer">{t('specimen')}</summary>
                  <Specimen answer={specimen} />
                </details>
              )
            );
          }}
        />
      ) : view.distribution !== null ? (
        <Distribution tallies={view.distribution} question={view.question} />
      ) : (
        <ul className="grid gap-2">
          {view.question.options?.map((option) => (
            <li
              key={option.letter}
              className="flex items-center gap-3 rounded-[10px] border border-line bg-sheet px-4 py-2.5"
            >
              <b>{option.letter}</b> <Html html={option.html} className="font-serif" />
            </li>
          ))}
        </ul>
      )}
      {view.phase === 'question' && view.progress !== null && (
        <p role="status" className="text-ink-2 tabular-nums">
          {t('progress', { answered: view.answered, ...view.progress })}
        </p>
      )}
      {view.reveal?.solutionHtml && (
        <div className="rounded-2 border border-line bg-sheet px-5 py-4">
          <h3 className="font-semibold text-[14px] text-ink-2">{live('solution')}</h3>
          <Html html={view.reveal.solutionHtml} className="lesson-prose" />
        </div>
      )}
      {view.reveal !== null && view.reveal.explanationHtml !== null && (
        <div className="rounded-2 border border-line bg-sheet px-5 py-4">
          <h3 className="font-semibold text-[14px] text-ink-2">{live('why')}</h3>
          <Html html={view.reveal.explanationHtml} className="font-serif" />
        </div>
      )}
    </>
  );
}

interface ControlsProps {
  view: HostView;
  label: string | undefined;
  busy: boolean;
  complaint: string | undefined;
  onCommand(command: HostCommand): void;
}

function Controls({ view, label, busy, complaint, onCommand }: ControlsProps) {
  const t = useTranslations('live.host');
  const playing = view.phase === 'read' || view.phase === 'question';
  if (view.phase === 'ended')
    return (
      <nav className="fixed inset-x-0 bottom-0 flex gap-3 border-line border-t bg-paper px-4 py-3 sm:px-6">
        <ButtonLink href="/home" look="first">
          {t('back')}
        </ButtonLink>
      </nav>
    );
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-paper px-4 py-3 sm:px-6">
      {complaint !== undefined && (
        <p role="alert" className="mb-2 text-[14px] text-wrong">
          {complaint}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {view.phase === 'question' && (
          <Button onClick={() => onCommand({ type: 'moreTime', seconds: 15 })}>{t('more')}</Button>
        )}
        {playing && <Button onClick={() => onCommand({ type: 'skip' })}>{t('skip')}</Button>}
        <Button look="quiet" onClick={() => onCommand({ type: 'lock', locked: !view.locked })}>
          {t(view.locked ? 'unlock' : 'lock')}
        </Button>
        <Button
          look="quiet"
          className="max-sm:hidden"
          onClick={() => onCommand({ type: 'showNames', show: !view.showNames })}
        >
          {t(view.showNames ? 'hideNames' : 'showNames')}
        </Button>
        <Button look="quiet" onClick={() => confirm(t('endSure')) && onCommand({ type: 'end' })}>
          {t('end')}
        </Button>
        <span className="ml-auto text-[13px] text-ink-3 max-md:hidden">{t('keys')}</span>
        {label !== undefined && (
          <Button
            look="first"
            size="large"
            disabled={busy}
            onClick={() => onCommand({ type: 'next' })}
            className="max-sm:w-full"
          >
            {t(label)}
          </Button>
        )}
      </div>
    </div>
  );
}
