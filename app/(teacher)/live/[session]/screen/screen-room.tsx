'use client';
/** What the last row reads: at 1080p a question is at least 48 px high and an option 36. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import type { ScreenView } from '../../../../../domain/live/views.ts';
import { Chip } from '../../../../_components/chip.tsx';
import { Html } from '../../../../_components/lesson/html.tsx';
import { AnswerGroups } from '../../../../_components/live/answer-groups.tsx';
import { ClockFace } from '../../../../_components/live/clock-face.tsx';
import { ConnectionNote } from '../../../../_components/live/connection-note.tsx';
import { Distribution } from '../../../../_components/live/distribution.tsx';
import { OptionList } from '../../../../_components/live/option-list.tsx';
import { optionStyle } from '../../../../_components/live/option-style.ts';
import { RightOrder } from '../../../../_components/live/right-order.tsx';
import { SoundSwitch } from '../../../../_components/live/sound-switch.tsx';
import { Specimen } from '../../../../_components/live/specimen.tsx';
import { Podium, Standings } from '../../../../_components/live/standings.tsx';
import { useCountdown } from '../../../../_live/use-clock.ts';
import { useScreen } from '../../../../_live/use-desk.ts';
import { useSounds } from '../../../../_live/use-sounds.ts';
import { JoinBoard } from './join-board.tsx';

export function ScreenRoom({ session }: { session: string }) {
  const t = useTranslations('live');
  const common = useTranslations('common');
  const { view, clock, connection } = useScreen(session);
  const left = useCountdown(clock, view?.opensAt ?? null, view?.closesAt ?? null, view?.phase === 'question');
  const sounds = useSounds(view?.phase, left?.seconds ?? null);
  const again = view?.again?.session;
  // the projector goes along into the room where it is played again
  useEffect(() => {
    if (again !== undefined) location.replace(`/live/${again}/screen`);
  }, [again]);
  if (view === undefined)
    return (
      <main id="content" className="grid min-h-dvh place-items-center text-[28px] text-ink-2">
        <h1 className="sr-only">{t('screen.title')}</h1>
        <p role="status">{common('loading')}</p>
        <ConnectionNote state={connection} />
      </main>
    );
  return (
    <div className="flex min-h-dvh flex-col px-[3.3vw] py-[3vh]">
      <ConnectionNote state={connection} />
      <header className="flex min-h-16 items-center gap-6 text-[24px] text-ink-2">
        <span aria-hidden className="text-[44px] text-violet leading-none">
          ∇
        </span>
        <span className="min-w-0 flex-1 truncate">
          {view.round >= 0 ? t('questionOf', { round: view.number, rounds: view.rounds }) : view.lesson}
        </span>
        {view.phase === 'question' && (
          <span className="tabular-nums">{t('answered', { answered: view.answered, players: view.players })}</span>
        )}
        <ClockFace left={left} large />
        {view.phase === 'reveal' && <RightShare view={view} />}
        <SoundSwitch sounds={sounds} large />
      </header>
      <main id="content" className="flex flex-1 flex-col justify-center gap-[4vh] py-[2vh]">
        <Phase view={view} />
      </main>
      {view.phase !== 'lobby' && view.phase !== 'ended' && !view.locked && (
        <footer className="text-[20px] text-ink-3">
          {t('screen.joinAt')} <b className="text-ink-2">{view.joinUrl.replace(/^https?:\/\//, '')}</b>{' '}
          {t('screen.withCode')} <b className="text-ink-2 tabular-nums">{view.code}</b>
        </footer>
      )}
    </div>
  );
}

function RightShare({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  const { right, of: all } = view.rightShare ?? { right: 0, of: 0 };
  return all === 0 ? null : (
    <Chip tone="right" className="px-6! py-2! text-[22px]!">
      ✓ {t('rightShare', { share: right / all })}
    </Chip>
  );
}

function Phase({ view }: { view: ScreenView }): ReactNode {
  const t = useTranslations('live');
  const { question } = view;
  switch (view.phase) {
    case 'lobby':
      return <JoinBoard view={view} />;
    case 'read':
    case 'question':
      return question === null ? null : (
        <>
          <h1 className="sr-only">{question.title}</h1>
          <Html
            html={question.promptHtml}
            className="text-balance text-center font-serif text-[clamp(40px,3.4vw,72px)] leading-tight"
          />
          {question.options === null ? (
            <p className="text-center text-[32px] text-ink-2">{question.kind === 'choice' ? t('getReady') : ''}</p>
          ) : (
            <ul className="grid gap-[2.2vh] lg:grid-cols-2">
              {question.options.map((option) => {
                const style = optionStyle(option.letter);
                return (
                  <li
                    key={option.letter}
                    className="flex min-h-[17vh] items-center gap-8 rounded-3 px-10 py-6 text-[clamp(30px,2.2vw,48px)]"
                    style={{ background: style.background, color: style.text }}
                  >
                    <span className="flex shrink-0 items-center gap-4 font-semibold">
                      {option.letter} <span aria-hidden>{style.shape}</span>
                    </span>
                    <Html html={option.html} className="font-serif" />
                  </li>
                );
              })}
            </ul>
          )}
        </>
      );
    case 'discuss':
      return question === null ? null : (
        <>
          <h1 className="text-center font-semibold font-serif text-[56px]">{t('screen.discuss')}</h1>
          <Html
            html={question.promptHtml}
            className="text-balance text-center font-serif text-[clamp(32px,2.6vw,56px)] leading-tight"
          />
          {question.options !== null && <OptionList options={question.options} large />}
          <Shown view={view} />
        </>
      );
    case 'reveal':
      return question === null ? null : (
        <>
          <h1 className="sr-only">{question.title}</h1>
          <Html html={question.promptHtml} className="font-serif text-[clamp(28px,2.2vw,44px)] leading-tight" />
          {view.groups !== null && <AnswerGroups groups={view.groups} before={view.groupsBefore} large />}
          {view.distribution !== null && (
            <Distribution tallies={view.distribution} before={view.before} question={question} large />
          )}
          <Shown view={view} />
          <Explanation view={view} />
        </>
      );
    case 'standings':
      return (
        <>
          <h1 className="font-semibold font-serif text-[56px]">{t('standings')}</h1>
          <Standings players={view.standings ?? []} large />
        </>
      );
    default:
      return (
        <>
          <h1 className="text-center font-semibold font-serif text-[56px]">
            {view.phase === 'ended' ? t('screen.over') : t('podium')}
          </h1>
          <Podium players={view.standings ?? []} />
        </>
      );
  }
}

/** The answer that the host has put before the class. */
function Shown({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  return view.specimen === null ? null : (
    <section aria-label={t('screen.specimen')} className="grid gap-3">
      <h2 className="font-semibold text-[24px] text-ink-2">{t('screen.specimen')}</h2>
      <Specimen answer={view.specimen.answer} large />
    </section>
  );
}

/** Why the right one is right, and what the biggest wrong group did. */
function Explanation({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  const wrong = view.distribution
    ?.filter((tally) => !tally.correct && tally.count > 0 && tally.noteHtml !== null)
    .sort((a, b) => b.count - a.count)[0];
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {view.reveal !== null && (view.groups === null || view.reveal.explanationHtml !== null) && (
        <section className="min-w-0 rounded-2 border border-line bg-sheet px-8 py-6 text-[26px]">
          <h2 className="font-semibold text-[20px] text-ink-2">
            {view.groups === null
              ? t('rightIs', { letters: view.reveal.value ?? view.reveal.correct.join(', ') })
              : t('why')}
          </h2>
          <RightOrder question={view.question} reveal={view.reveal} large />
          {view.reveal.explanationHtml !== null && <Html html={view.reveal.explanationHtml} className="font-serif" />}
        </section>
      )}
      {wrong !== undefined && wrong.noteHtml !== null && (
        <section className="rounded-2 border border-line bg-sheet px-8 py-6 text-[26px]">
          <h2 className="font-semibold text-[20px] text-ink-2">
            {t('chose', { label: wrong.label, count: wrong.count })}
          </h2>
          <Html html={wrong.noteHtml} className="font-serif" />
        </section>
      )}
    </div>
  );
}
