'use client';
/** What one student handed in to one question, newest first; current as long as it is open. */
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '../../../../domain/board-wire.ts';
import type { HistoryEntry } from '../../../../server/commands/board.ts';
import { SheetDialog } from '../../../_components/desk/sheet-dialog.tsx';
import { post } from '../../../_live/post.ts';
import { HistoryItem } from './history-item.tsx';

const ASK_MS = 1000;

interface HistoryDialogProps {
  classId: string;
  board: Board;
  studentId: string;
  studentName: string;
  questionId: string;
  onClose(): void;
  onDecided(): void;
}

type Read = { state: 'reading' } | { state: 'refused' } | { state: 'read'; history: HistoryEntry[] };

export function HistoryDialog({
  classId,
  board,
  studentId,
  studentName,
  questionId,
  onClose,
  onDecided,
}: HistoryDialogProps) {
  const t = useTranslations('desk.history');
  const common = useTranslations('common');
  const [read, setRead] = useState<Read>({ state: 'reading' });
  const asked = useRef(0);
  const lessonId = board.lesson.id;
  const reload = useCallback(async (): Promise<void> => {
    const mine = ++asked.current;
    const outcome = await post<{ history: HistoryEntry[] }>('/api/desk/history', {
      classId,
      lessonId,
      userId: studentId,
      questionId,
    });
    if (mine !== asked.current) return;
    if (outcome.ok) setRead({ state: 'read', history: outcome.history });
    else setRead((before) => (before.state === 'read' ? before : { state: 'refused' }));
  }, [classId, lessonId, studentId, questionId]);
  // the same object until a cell of this student changes
  const seen = board.students.find((student) => student.id === studentId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the board says of this student has changed: read again
  useEffect(() => {
    void reload();
  }, [reload, seen]);
  // a verdict may come between two looks at the board, which then shows no change
  const grading = read.state === 'read' && read.history.some((entry) => entry.verdict === null);
  useEffect(() => {
    if (!grading) return;
    const timer = setInterval(() => void reload(), ASK_MS);
    return () => clearInterval(timer);
  }, [grading, reload]);
  const question = board.questions.find((one) => one.id === questionId);
  return (
    <SheetDialog title={t('title', { student: studentName, question: question?.title ?? '' })} onClose={onClose}>
      {read.state === 'reading' && <p className="text-ink-2">{common('loading')}</p>}
      {read.state === 'refused' && (
        <p role="alert" className="text-wrong">
          {t('refused')}
        </p>
      )}
      {read.state === 'read' && read.history.length === 0 && <p className="text-ink-2">{t('none')}</p>}
      {read.state === 'read' && (
        <ol className="grid gap-6">
          {read.history.map((entry) => (
            <HistoryItem
              key={entry.id}
              entry={entry}
              classId={classId}
              lessonId={lessonId}
              onDecided={() => {
                void reload();
                onDecided();
              }}
            />
          ))}
        </ol>
      )}
    </SheetDialog>
  );
}
