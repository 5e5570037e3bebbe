'use client';
/** What a student is typing at this moment, beside the question as they are asked it. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { MOST_SIDE_BY_SIDE } from '../../../../../domain/class-now/snapshot.ts';
import { calls } from '../../../../_client/calls.ts';
import { useRead } from '../../../../_client/use-read.ts';
import { AnswerShown } from '../../../../_features/class-now/answer-shown.tsx';
import { Html } from '../../../../_features/lesson/html.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';
import { NextStudent } from '../next-student.tsx';
import { type Seen, SIGNS } from './seen.ts';
import type { Chosen } from './use-chosen.ts';
import { usePlaceName } from './use-place-name.ts';

const AGAIN_MS = 1_500;

interface StudentSheetProps {
  classId: string;
  /** of this looking: it is noted once */
  opening: string;
  student: Seen;
  /** those who can be gone to from here, as they stand on the page */
  students: readonly Seen[];
  chosen: Chosen;
  onStudent(id: string): void;
  onClose(): void;
}

export function StudentSheet({ classId, opening, student, students, chosen, onStudent, onClose }: StudentSheetProps) {
  const t = useTranslations('now.desk');
  const placeName = usePlaceName();
  const of = { lessonId: student.at?.lesson ?? '', questionId: student.at?.question ?? '' };
  const asked = { classId, userId: student.id, opening, ...of };
  const isAt = student.at !== null && student.at.question !== null;
  // who goes to another question is looked at there, and nothing of the one before is shown as theirs
  const { seen, refused } = useRead(['draft', asked], () => calls.now.draft.mutate(asked), {
    asks: isAt,
    againMs: () => AGAIN_MS,
  });
  const others = students.filter(({ at, place }) => at?.question != null && place !== null);
  const here = others.findIndex(({ id }) => id === student.id);
  const to = (id: string | undefined): (() => void) | undefined => (id === undefined ? id : () => onStudent(id));
  const { sign, tone } = SIGNS[student.work.state];
  const opened = seen?.opened;
  const question = opened?.question;
  return (
    <SheetDialog title={<bdi>{student.name}</bdi>} onClose={onClose}>
      <NextStudent
        studentName={student.name}
        at={here + 1}
        of={others.length}
        onPrevious={to(others[here - 1]?.id)}
        onNext={to(others[here + 1]?.id)}
      />
      <p className="mb-4 flex flex-wrap items-center gap-2 text-[14px] text-ink-2">
        <Chip tone={tone}>
          <span aria-hidden>{sign}</span> {t(`state.${student.work.state}`)}
        </Chip>
        <span dir="auto">{placeName(student)}</span>
      </p>
      {opened === undefined && <p className="text-ink-2">{refused ? t('closed') : t('loading')}</p>}
      {opened !== undefined && question !== undefined && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <section className="rounded-2 border border-line bg-sheet px-4 py-3">
            <h3 dir="auto" className="mb-1 font-semibold text-[15px]">
              {question.title}
            </h3>
            <Html html={question.promptHtml} className="lesson-prose lesson-small" />
          </section>
          <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
            {opened.typed === null ? (
              <p className="text-[14px] text-ink-2">{t('nothingTyped')}</p>
            ) : (
              <>
                <h3 className="font-[550] text-[14px]">
                  {t.rich('typed', { time: () => <DateTime iso={opened.typed?.at ?? ''} /> })}
                </h3>
                <AnswerShown question={question} answer={opened.typed.answer} />
              </>
            )}
          </section>
          {opened.last !== null && (
            <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
              <h3 className="font-[550] text-[14px]">
                {t.rich('handedIn', { time: () => <DateTime iso={opened.last?.at ?? ''} /> })}
              </h3>
              <AnswerShown question={question} answer={opened.last.answer} />
              <Link
                className="text-[14px] text-violet-ink underline"
                href={`/classes/${classId}?lesson=${of.lessonId}&student=${student.id}&question=${encodeURIComponent(of.questionId)}`}
                prefetch={false}
              >
                {t('toBoard')}
              </Link>
            </section>
          )}
          {(opened.typed !== null || opened.last !== null) && (
            <div className="flex flex-wrap items-center gap-3">
              <Button
                aria-pressed={chosen.has(student.id)}
                idle={chosen.full && !chosen.has(student.id) && chosen.of?.questionId === of.questionId}
                onClick={() => chosen.toggle(student.id, { ...of, title: question.title })}
              >
                {chosen.has(student.id) && <span aria-hidden>▣</span>} {t(chosen.has(student.id) ? 'added' : 'add')}
              </Button>
              {chosen.of !== null && !chosen.has(student.id) && chosen.of.questionId !== of.questionId && (
                <span className="basis-full text-[13px] text-ink-2">
                  {t.rich('instead', { count: chosen.students.length, title: chosen.of.title, ...BDI })}
                </span>
              )}
              {chosen.full && <span className="text-[13px] text-ink-2">{t('full', { most: MOST_SIDE_BY_SIDE })}</span>}
            </div>
          )}
          <p className="text-[13px] text-ink-3">{t.rich('seen', { name: student.name, ...BDI })}</p>
        </div>
      )}
    </SheetDialog>
  );
}
