'use client';
/** What one student handed in to one question, newest first; current as long as it is open. */
import { useTranslations } from 'next-intl';
import type { Board } from '../../../../domain/results/board-wire.ts';
import { calls } from '../../../_client/calls.ts';
import { useRead } from '../../../_client/use-read.ts';
import { BDI } from '../../../_i18n/bdi.tsx';
import { SheetDialog } from '../../../_ui/sheet-dialog.tsx';
import { HistoryItem } from './history-item.tsx';
import { NextStudent } from './next-student.tsx';
import { useSteps } from './use-steps.ts';

const ASK_MS = 1000;

interface HistoryDialogProps {
  classId: string;
  board: Board;
  studentId: string;
  studentName: string;
  questionId: string;
  /** those who can be gone to from here, in the order of the table */
  students: readonly string[];
  onStudent(id: string): void;
  /** whether points may be changed, and what failed graded again */
  may: { manage: boolean; grade: boolean };
  onClose(): void;
  onDecided(): void;
}

export function HistoryDialog({
  classId,
  board,
  studentId,
  studentName,
  questionId,
  students,
  onStudent,
  may,
  onClose,
  onDecided,
}: HistoryDialogProps) {
  const t = useTranslations('desk.history');
  const common = useTranslations('common');
  const lessonId = board.lesson.id;
  const asked = { classId, lessonId, userId: studentId, questionId };
  const { seen, refused, again } = useRead(['history', asked], () => calls.board.history.mutate(asked), {
    // the same object until a cell of this student changes
    changedBy: board.students.find((student) => student.id === studentId),
    // a verdict may come between two looks at the board, which then shows no change
    againMs: (read) => (read?.history.some((entry) => entry.verdict === null) === true ? ASK_MS : undefined),
  });
  const question = board.questions.find((one) => one.id === questionId);
  const steps = useSteps(board, { questionId, studentId, students });
  const to = (id: string | undefined): (() => void) | undefined => (id === undefined ? id : () => onStudent(id));
  return (
    <SheetDialog
      title={t.rich('title', { student: studentName, question: question?.title ?? '', ...BDI })}
      onClose={onClose}
    >
      <NextStudent
        studentName={studentName}
        at={steps.at}
        of={steps.of}
        onPrevious={to(steps.previous)}
        onNext={to(steps.next)}
      />
      {seen === undefined && !refused && <p className="text-ink-2">{common('loading')}</p>}
      {seen === undefined && refused && (
        <p role="alert" className="text-wrong">
          {t('refused')}
        </p>
      )}
      {seen?.history.length === 0 && <p className="text-ink-2">{t('none')}</p>}
      {seen !== undefined && (
        <ol className="grid gap-6">
          {seen.history.map((entry) => (
            <HistoryItem
              key={entry.id}
              entry={entry}
              classId={classId}
              lessonId={lessonId}
              may={may}
              onDecided={() => {
                void again();
                onDecided();
              }}
            />
          ))}
        </ol>
      )}
    </SheetDialog>
  );
}
