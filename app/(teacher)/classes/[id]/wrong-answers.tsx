'use client';
import { useTranslations } from 'next-intl';
import type { Board } from '../../../../domain/results/board-wire.ts';
import { FeedbackText } from '../../../_features/lesson/feedback-text.tsx';
import { MisreadCounts } from '../../../_features/misconceptions/misread-counts.tsx';
/** Wrong answers to a question, grouped by what they do, with a specimen each. */
import { BDI, Names } from '../../../_i18n/bdi.tsx';
import { ScrolledText } from '../../../_ui/scrolled-text.tsx';
import { useMisread, useWrong } from './use-wrong.ts';

export function WrongAnswers({
  classId,
  board,
  question,
  nameOf,
}: {
  classId: string;
  board: Board;
  question: string | undefined;
  nameOf(id: string): string;
}) {
  const t = useTranslations('desk.board');
  const common = useTranslations('common');
  const at = board.questions.findIndex((one) => one.id === question);
  const found = board.questions[at];
  const read = useWrong(classId, board.lesson.id, found?.id, board.changedBy[at] ?? '');
  const misread = useMisread(classId, board.lesson.id, `${found?.id ?? ''} ${board.changedBy[at] ?? ''}`);
  const titleOf = new Map(board.questions.map(({ id, title }) => [id, title]));
  const counted = misread
    .filter(({ questions }) => found === undefined || questions.includes(found.id))
    .map(({ name, students, questions }) => ({
      name,
      count: students,
      titles: found === undefined ? questions.flatMap((id) => titleOf.get(id) ?? []) : [],
    }));
  const { groups, more } = typeof read === 'object' ? read : { groups: [], more: 0 };
  return (
    <section aria-label={t('wrong')} className="grid gap-3 rounded-2 border border-line bg-sheet p-5">
      <h2 className="font-semibold text-[15px]">
        {found === undefined ? t('wrong') : t.rich('shown', { title: found.title, ...BDI })}
      </h2>
      {found === undefined && <p className="text-[14px] text-ink-2">{t('pick')}</p>}
      {found !== undefined && read === 'reading' && <p className="text-[14px] text-ink-2">{common('loading')}</p>}
      {found !== undefined && read === 'refused' && (
        <p role="alert" className="text-[14px] text-wrong">
          {t('wrongRefused')}
        </p>
      )}
      {found !== undefined && typeof read === 'object' && groups.length === 0 && (
        <p className="text-[14px] text-ink-2">{t('nothingWrong')}</p>
      )}
      <MisreadCounts counted={counted} label={t('misread')} />
      <ol className="divide-y divide-line empty:hidden">
        {groups.map((group) => (
          <li key={group.signature} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 py-3">
            <span className="font-semibold text-[18px] text-wrong tabular-nums">{group.count}</span>
            <div className="grid min-w-0 gap-1.5 text-[14px]">
              {group.feedback.slice(0, 2).map((one) => (
                <p key={one.code}>
                  <FeedbackText feedback={one} />
                </p>
              ))}
              <ScrolledText label={t('specimen')} className="max-h-40 px-3 py-2 text-[12.5px]">
                {group.specimen}
              </ScrolledText>
              <p className="text-[12.5px] text-ink-3">
                <Names of={group.studentIds.map(nameOf)} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      {more > 0 && <p className="text-[13px] text-ink-2">{t('moreWrong', { more })}</p>}
    </section>
  );
}
