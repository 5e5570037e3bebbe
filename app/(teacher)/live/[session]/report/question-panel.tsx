'use client';
/** The question that is looked at: how it was voted on, what the wrong answers did and whose they are, each answer. */
import { useTranslations } from 'next-intl';
import type { QuestionReport, ReportedAnswer } from '../../../../../domain/live/report/question-report.ts';
import type { ReportQuestion } from '../../../../../domain/live/report/report.ts';
import { FeedbackText } from '../../../../_features/lesson/feedback-text.tsx';
import { Html } from '../../../../_features/lesson/html.tsx';
import { Distribution } from '../../../../_features/live/distribution.tsx';
import { Names } from '../../../../_i18n/bdi.tsx';
import { RightAnswer } from '../../../../_kinds/right-answer.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { ScrolledText } from '../../../../_ui/scrolled-text.tsx';
import { AnswerRow } from './answer-row.tsx';
import { SIGNS } from './signs.ts';
import { useReportedQuestion } from './use-reported.ts';

interface QuestionPanelProps {
  session: string;
  question: ReportQuestion;
  before: ReportQuestion | undefined;
  after: ReportQuestion | undefined;
  players: number;
  nameOf(player: string): string;
  onQuestion(id: string): void;
}

export function QuestionPanel({ session, question, before, after, players, nameOf, onQuestion }: QuestionPanelProps) {
  const t = useTranslations('live.report');
  const common = useTranslations('common');
  const { found, refused } = useReportedQuestion(session, question.id);
  const { number, title, openMs, medianMs, answered } = question;
  return (
    <section
      aria-label={t('question')}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet p-5"
    >
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-[16px]">
            {t.rich('numbered', { number, title, bdi: (words) => <bdi>{words}</bdi> })}
          </h2>
          <p className="text-[13px] text-ink-2">
            {t('open', { seconds: openMs / 1000 })}
            {medianMs !== null && ` · ${t('half', { seconds: medianMs / 1000 })}`}
          </p>
        </div>
        <Step to={before} label={t('before')} sign="‹" onQuestion={onQuestion} />
        <Step to={after} label={t('after')} sign="›" onQuestion={onQuestion} />
      </header>
      {refused && (
        <p role="alert" className="text-[14px] text-wrong">
          {t('refused')}
        </p>
      )}
      {found === undefined && !refused && <p className="text-[14px] text-ink-2">{common('loading')}</p>}
      {found !== undefined && (
        <>
          <Html html={found.shown.promptHtml} className="font-serif text-[18px] leading-snug" />
          {found.distribution !== null && (
            <Distribution
              tallies={found.distribution}
              before={found.before}
              question={found.shown}
              reveal={found.reveal}
            />
          )}
          <p className="text-[13px] text-ink-2">{t('without', { count: players - answered })}</p>
          <RightAnswer question={found.shown} reveal={found.reveal} />
          <WrongOnes found={found} nameOf={nameOf} />
          <Answers answers={found.answers} nameOf={nameOf} />
        </>
      )}
    </section>
  );
}

interface StepProps {
  to: ReportQuestion | undefined;
  label: string;
  sign: string;
  onQuestion(id: string): void;
}

function Step({ to, label, sign, onQuestion }: StepProps) {
  return (
    <Button
      size="small"
      look="quiet"
      aria-label={label}
      idle={to === undefined}
      onClick={() => to && onQuestion(to.id)}
    >
      <span aria-hidden className="rtl:-scale-x-100">
        {sign}
      </span>
    </Button>
  );
}

/** What was misunderstood, and answers that do the same. */
function WrongOnes({ found, nameOf }: { found: QuestionReport; nameOf(player: string): string }) {
  const t = useTranslations('live.report');
  const wrong = (found.groups ?? []).filter(({ result }) => result !== 'pass');
  if (wrong.length + found.misread.length === 0) return null;
  return (
    <>
      <h3 className="font-semibold text-[14px]">{t('wrongOnes')}</h3>
      <ul className="divide-y divide-line">
        {found.misread.map(({ name, players }) => (
          <Group key={name} players={players} nameOf={nameOf}>
            <bdi className="font-[550]">{name}</bdi>
          </Group>
        ))}
        {wrong.map((group) => (
          <Group key={group.key} players={group.players} nameOf={nameOf}>
            <span>
              {group.of !== null && <b className="font-[550]">{group.of}: </b>}
              {group.feedback === null ? <Ended result={group.result} /> : <FeedbackText feedback={group.feedback} />}
            </span>
            <ScrolledText label={t('specimen')} className="max-h-32 px-3 py-1.5 text-[12.5px]">
              {group.specimen}
            </ScrolledText>
          </Group>
        ))}
      </ul>
    </>
  );
}

const WORDS = ['partial', 'fail', 'undecided', 'error', 'timeout', 'memory'] as const;

/** Where nothing else is to be said. */
function Ended({ result }: { result: string }) {
  const live = useTranslations('live');
  return live(`group.${WORDS.find((one) => one === result) ?? 'fail'}`);
}

interface GroupProps {
  players: readonly string[];
  nameOf(player: string): string;
  children: React.ReactNode;
}

function Group({ players, nameOf, children }: GroupProps) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 py-2.5 text-[14px]">
      <span className="font-semibold text-[18px] text-wrong tabular-nums">{players.length}</span>
      <div className="grid min-w-0 gap-1">
        {children}
        <p className="text-[13px] text-ink-3">
          <Names of={players.map(nameOf)} />
        </p>
      </div>
    </li>
  );
}

function Answers({ answers, nameOf }: { answers: readonly ReportedAnswer[]; nameOf(player: string): string }) {
  const t = useTranslations('live.report');
  return (
    <details className="text-[14px]">
      <summary className="min-h-7 cursor-pointer font-semibold">{t('each')}</summary>
      <ul className="mt-1 divide-y divide-line">
        {answers.map(({ player, mark, text, tookMs, first }) => (
          <AnswerRow
            key={player}
            mark={mark}
            head={<bdi className="block truncate">{nameOf(player)}</bdi>}
            first={first === null ? null : `${SIGNS[first.mark]} ${first.text}`}
            text={text}
            tookMs={tookMs}
          />
        ))}
      </ul>
    </details>
  );
}
