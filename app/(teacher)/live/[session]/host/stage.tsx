/** What the host sees of a phase: the question and what the class made of it. */
import { useTranslations } from 'next-intl';
import type { HostCommand } from '../../../../../domain/live/advance.ts';
import type { HostView } from '../../../../../domain/live/views.ts';
import { Html } from '../../../../_features/lesson/html.tsx';
import { AnswerGroups } from '../../../../_features/live/answer-groups.tsx';
import { Distribution } from '../../../../_features/live/distribution.tsx';
import { isCountedByRight, OwnNote, OwnRight } from '../../../../_features/live/own-numbers.tsx';
import { QrCode } from '../../../../_features/live/qr-code.tsx';
import { Specimen } from '../../../../_features/live/specimen.tsx';
import { Standings } from '../../../../_features/live/standings.tsx';
import { MisreadCounts } from '../../../../_features/misconceptions/misread-counts.tsx';
import { RightAnswer } from '../../../../_kinds/right-answer.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { CopyLink } from '../../../../_ui/copy-link.tsx';
import { HostReport } from './host-report.tsx';
import { SaidPanel } from './said-panel.tsx';

/** An address that leads every phone to itself. */
const OWN_COMPUTER = /^https?:\/\/(?:localhost|127\.|\[::1\])/;

interface StageProps {
  view: HostView;
  /** puts one answer of a group before the class, or takes it away */
  onSpecimen(group: string | null): void;
  onCommand(command: HostCommand): void;
}

export function Stage({ view, onSpecimen, onCommand }: StageProps) {
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
        {OWN_COMPUTER.test(view.joinUrl) && (
          <p className="rounded-2 bg-wait-soft px-4 py-3 text-[14px] text-wait">{t('onlyHere')}</p>
        )}
        <p className="font-semibold text-[72px] text-violet-ink tabular-nums leading-none tracking-wide">{view.code}</p>
        <QrCode svg={view.qr} address={view.joinLink} className="size-48 rounded-2 bg-white p-3" />
        <p className="text-[14px] text-ink-2">{t('linkText')}</p>
        <CopyLink path={view.joinLink} label={t('link')} />
      </>
    );
  if (view.phase === 'standings' || view.phase === 'podium') return <Standings players={view.standings ?? []} />;
  return view.question === null ? null : (
    <>
      <h2 className="font-semibold text-[15px] text-ink-2">{view.question.title}</h2>
      <Html html={view.question.promptHtml} className="font-serif text-[22px] leading-snug" />
      <OwnNote view={view} />
      {view.phase === 'discuss' && <p className="rounded-2 bg-violet-soft px-4 py-3 text-[15px]">{t('discussing')}</p>}
      {view.groups !== null ? (
        <AnswerGroups
          groups={view.groups}
          before={view.groupsBefore}
          more={(index) => {
            const specimen = view.specimens[index];
            return (
              specimen && (
                <details className="text-[14px] text-ink-2">
                  <summary className="cursor-pointer">{t('specimen')}</summary>
                  <Specimen answer={specimen} />
                  <ShowToClass group={view.groups?.graded[index]?.key} shown={view.specimen?.key} onShow={onSpecimen} />
                </details>
              )
            );
          }}
        />
      ) : isCountedByRight(view) ? (
        view.rightShare !== null && <OwnRight view={view} />
      ) : view.distribution !== null ? (
        <Distribution tallies={view.distribution} before={view.before} question={view.question} reveal={view.reveal} />
      ) : view.said !== null ? null : view.phase === 'reveal' ? (
        <p className="rounded-2 bg-fill px-4 py-3 text-[15px]">
          {live('skipped')}. {t('keyUntold')}
        </p>
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
      <MisreadCounts counted={view.misread} label={t('misread')} />
      <SaidPanel view={view} onCommand={onCommand} />
      {view.phase === 'question' && view.progress !== null && (
        <p role="status" className="text-ink-2 tabular-nums">
          {t('progress', { answered: view.answered, ...view.progress })}
        </p>
      )}
      <SaidOfAnswers tallies={view.reveal === null ? null : view.distribution} />
      <RightAnswer question={view.question} reveal={view.reveal} />
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

/** What is said of answers that are wrong, or partly right: the wall has room for the most frequent one. */
function SaidOfAnswers({ tallies }: { tallies: HostView['distribution'] }) {
  const t = useTranslations('live');
  const told = (tallies ?? []).filter(({ correct, count, noteHtml }) => !correct && count > 0 && noteHtml !== null);
  return told
    .toSorted((a, b) => b.count - a.count)
    .map(({ label, count, partly, noteHtml }) => (
      <div key={label} className="rounded-2 border border-line bg-sheet px-5 py-4">
        <h3 className="font-semibold text-[14px] text-ink-2">
          {t('chose', { label, count })} {partly === true && <span className="text-wait">◐ {t('partly')}</span>}
        </h3>
        <Html html={noteHtml ?? ''} className="font-serif" />
      </div>
    ));
}

interface ShowProps {
  group: string | undefined;
  shown: string | undefined;
  onShow(group: string | null): void;
}

/** The host has read the answer by now: it stands inside the disclosure. */
function ShowToClass({ group, shown, onShow }: ShowProps) {
  const t = useTranslations('live.host');
  if (group === undefined) return null;
  return (
    <Button size="small" className="mt-2" onClick={() => onShow(shown === group ? null : group)}>
      {t(shown === group ? 'hideSpecimen' : 'showSpecimen')}
    </Button>
  );
}
