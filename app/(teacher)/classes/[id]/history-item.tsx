'use client';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { answerText, askedKind } from '../../../../domain/kinds/asked.ts';
import type { Verdict } from '../../../../domain/results/verdict.ts';
import type { HistoryEntry } from '../../../../server/features/board/commands.ts';
import { useCommand } from '../../../_client/use-command.ts';
import { VerdictView } from '../../../_features/lesson/verdict-view.tsx';
import { Remarks } from '../../../_features/remarks/remarks.tsx';
import { BDI } from '../../../_i18n/bdi.tsx';
import { Button } from '../../../_ui/button.tsx';
import { Chip } from '../../../_ui/chip.tsx';
import { DateTime } from '../../../_ui/date-time.tsx';
import { ScrolledText } from '../../../_ui/scrolled-text.tsx';
/** One submission as its teacher sees it: when, what, the whole verdict, and the teacher's own points. */
import { useOwnWords } from '../../../_ui/use-own-words.ts';

interface HistoryItemProps {
  entry: HistoryEntry;
  classId: string;
  lessonId: string;
  may: { manage: boolean; grade: boolean };
  /** something was done to it */
  onDecided(): void;
}

export function HistoryItem({ entry, classId, lessonId, may, onDecided }: HistoryItemProps) {
  const t = useTranslations('desk.history');
  const { verdict } = entry;
  const byLines = askedKind(entry.answer).keepsLines;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[14px]">
        <h3 className="font-semibold">
          <DateTime iso={entry.at} />
        </h3>
        {verdict?.outcome === 'graded' && askedKind(entry.answer).scored && (
          <span className="text-ink-2 tabular-nums">
            {t('points', { points: verdict.points, max: verdict.maxPoints })}
          </span>
        )}
        {entry.decided !== null && <Chip tone="violet">{t('decided')}</Chip>}
        {entry.regradedAt !== null && <Chip tone="violet">↻ {t('regraded')}</Chip>}
      </div>
      {entry.values !== null && (
        <p className="text-[13px] text-ink-2">{t.rich('values', { values: entry.values, ...BDI })}</p>
      )}
      {entry.claimedAt !== null && (
        <p className="text-[13px] text-ink-2">
          {t.rich('claimed', { time: () => <DateTime iso={entry.claimedAt ?? ''} /> })}
        </p>
      )}
      {entry.decided !== null && (
        <p className="text-[13px] text-ink-2">
          {t.rich(entry.decided.by === null ? 'decidedAt' : 'decidedBy', {
            name: entry.decided.by ?? '',
            ...BDI,
            time: () => <DateTime iso={entry.decided?.at ?? ''} />,
          })}
        </p>
      )}
      {entry.regradedAt !== null && (
        <p className="text-[13px] text-ink-2">
          {t('regradedAt')} <DateTime iso={entry.regradedAt} />
        </p>
      )}
      {entry.others.map((one) => (
        <p key={one.id} className="text-[13px] text-ink-2 tabular-nums">
          <DateTime iso={one.at} />{' '}
          {t(one.counted ? 'earlier' : 'notCounted', { points: one.points, max: one.maxPoints })}
        </p>
      ))}
      <Remarks classId={classId} submissionId={entry.id} answer={entry.answer}>
        {!byLines && (
          <figure className="grid grid-cols-[minmax(0,1fr)] gap-1">
            <figcaption className="text-[13px] text-ink-3">{t('answer')}</figcaption>
            <ScrolledText
              label={t('answer')}
              className={clsx('max-h-96 px-3 py-2 text-[13px] leading-[1.6]', 'whitespace-pre-wrap break-words')}
            >
              {answerText(entry.answer)}
            </ScrolledText>
          </figure>
        )}
        {verdict === null ? <Chip tone="wait">… {t('grading')}</Chip> : <VerdictView verdict={verdict} last />}
        {entry.misread.map((name) => (
          <p key={name} className="text-[14px] text-ink-2">
            {t.rich('misread', { name, ...BDI })}
          </p>
        ))}
        {may.manage && verdict?.outcome === 'failed' && (
          <GradeAgain scope={{ classId, lessonId, submission: entry.id }} onDone={onDecided} />
        )}
        {may.grade && verdict !== null && verdict.outcome !== 'invalid' && askedKind(entry.answer).scored && (
          <Decision submission={entry.id} seen={entry.verdictId} verdict={verdict} onDecided={onDecided} />
        )}
      </Remarks>
    </li>
  );
}

interface GradeAgainProps {
  scope: { classId: string; lessonId: string; submission: string };
  onDone(): void;
}

function GradeAgain({ scope, onDone }: GradeAgainProps) {
  const t = useTranslations('desk.failures');
  const { busy, error, send } = useCommand();
  const again = async (): Promise<void> => {
    await send('regrading.gradeAgain', scope);
    onDone();
  };
  return (
    <p className="flex flex-wrap items-center gap-3 text-[14px]">
      <Button size="small" disabled={busy} onClick={() => void again()}>
        {t('again')}
      </Button>
      <span role="alert" className="text-wrong empty:hidden">
        {error}
      </span>
    </p>
  );
}

interface DecisionProps {
  submission: string;
  /** the verdict that is shown */
  seen: string | null;
  verdict: Verdict;
  onDecided(): void;
}

function Decision({ submission, seen, verdict, onDecided }: DecisionProps) {
  const t = useTranslations('desk.history');
  const [points, setPoints] = useState('');
  const [saved, setSaved] = useState(false);
  const { busy, error: refused, send } = useCommand();
  const { invalid, listeners } = useOwnWords();
  const error = invalid ?? refused;
  const id = useId();
  const decide = async (): Promise<void> => {
    const done = await send('board.decide', { submission, points: Number(points), ...(seen === null ? {} : { seen }) });
    setSaved(done !== undefined);
    if (done === undefined) return;
    setPoints('');
    onDecided();
  };
  return (
    <form
      className="flex flex-wrap items-center gap-2 border-line border-t pt-3 text-[14px]"
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <label htmlFor={id} className="font-[550]">
        {t('decide')}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        required
        min={0}
        max={verdict.maxPoints}
        step="any"
        value={points}
        placeholder={String(verdict.points)}
        aria-invalid={invalid !== undefined}
        aria-describedby={`${id}-said`}
        {...listeners}
        onChange={(event) => {
          setPoints(event.target.value);
          setSaved(false);
        }}
        className="min-h-9 w-20 rounded-[10px] border border-line bg-paper px-2 text-end tabular-nums"
      />
      <span className="text-ink-2 tabular-nums">{t('of', { max: verdict.maxPoints })}</span>
      <Button type="submit" size="small" disabled={busy || points === ''}>
        {t('save')}
      </Button>
      <span id={`${id}-said`} role="status" className={clsx(error === undefined ? 'text-good' : 'text-wrong')}>
        {error ?? (saved ? t('saved') : '')}
      </span>
    </form>
  );
}
