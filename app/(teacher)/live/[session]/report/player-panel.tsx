'use client';
/** One player: every question with what was answered, and when. */
import { useTranslations } from 'next-intl';
import { MARKS } from '../../../../../domain/live/report/marks.ts';
import type { NamedRow } from '../../../../../domain/live/report/named.ts';
import type { ReportQuestion } from '../../../../../domain/live/report/report.ts';
import { AnswerRow } from './answer-row.tsx';
import { usePlayerAnswers } from './use-reported.ts';

interface PlayerPanelProps {
  session: string;
  row: NamedRow;
  questions: readonly ReportQuestion[];
  onQuestion(id: string): void;
}

export function PlayerPanel({ session, row, questions, onQuestion }: PlayerPanelProps) {
  const t = useTranslations('live.report');
  const { given, refused } = usePlayerAnswers(session, row.player);
  const asked = questions.filter(({ points }) => points > 0).length;
  return (
    <section
      aria-label={t('onePlayer')}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet p-5"
    >
      <header>
        <h2 className="font-semibold text-[16px]">
          <bdi>{row.name}</bdi>
        </h2>
        <p className="text-[13px] text-ink-2">{t('playerIs', { right: row.right, asked, answered: row.answered })}</p>
      </header>
      {refused && (
        <p role="alert" className="text-[14px] text-wrong">
          {t('refused')}
        </p>
      )}
      <ol className="divide-y divide-line text-[14px]">
        {questions.map(({ id, number, title }, at) => {
          const [mark = 0, , tookMs = null] = row.cells[at] ?? [];
          const state = MARKS[mark] ?? 'none';
          const answer = given?.[at];
          return (
            <AnswerRow
              key={id}
              mark={state}
              head={
                <button type="button" className="text-start hover:underline" onClick={() => onQuestion(id)}>
                  {t.rich('numbered', { number, title, bdi: (words) => <bdi>{words}</bdi> })}
                </button>
              }
              first={answer?.first ?? null}
              text={answer?.text ?? ''}
              tookMs={tookMs}
            />
          );
        })}
      </ol>
    </section>
  );
}
