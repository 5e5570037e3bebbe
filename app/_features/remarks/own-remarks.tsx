'use client';
/** What was said to what one has handed in to a question, the newest work first, each with the field to answer. */
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { answerText } from '../../../domain/kinds/asked.ts';
import { newestFresh, type RemarkedAnswer, type RemarkThread } from '../../../domain/remarks/remark.ts';
import { calls } from '../../_client/calls.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { ScrolledText } from '../../_ui/scrolled-text.tsx';
import { AnswerLines } from './answer-lines.tsx';
import { linesOfAnswer } from './lines-of-answer.ts';
import { ThreadView } from './thread-view.tsx';
import { keptAs, useLine } from './use-line.ts';

interface OwnRemarksProps {
  lessonId: string;
  questionId: string;
  changedBy: number;
  onRead(): void;
}

export function OwnRemarks({ lessonId, questionId, changedBy, onRead }: OwnRemarksProps) {
  const t = useTranslations('remarks');
  const [answers, setAnswers] = useState<readonly RemarkedAnswer[]>();
  const [refused, setRefused] = useState(false);
  /** replies may overtake each other */
  const newest = useRef(0);
  const read = useCallback(async (): Promise<void> => {
    const mine = ++newest.current;
    const told = await calls.remarks.mine.mutate({ lessonId, questionId });
    if (mine !== newest.current) return;
    setRefused(!told.ok);
    if (told.ok) setAnswers(told.answers);
  }, [lessonId, questionId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again where something has changed
  useEffect(() => void read(), [read, changedBy]);
  const noted = useRef(onRead);
  noted.current = onRead;
  useEffect(() => {
    const unread = (answers ?? []).flatMap(({ threads }) => threads.flatMap(unreadOf));
    if (unread.length === 0) return;
    void Promise.all(unread.map((one) => calls.remarks.read.mutate(one))).then(() => noted.current());
  }, [answers]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 pb-2">
      {refused && (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-[14px] text-wrong">
          {t('refused')}
          <Button size="small" onClick={() => void read()}>
            {t('again')}
          </Button>
        </p>
      )}
      {answers?.length === 0 && <p className="text-[14px] text-ink-2">{t('none')}</p>}
      {answers?.map((answer) => (
        <OwnAnswer key={answer.submissionId} answer={answer} onChanged={() => void read()} />
      ))}
    </div>
  );
}

/** What of a thread is new, as it is told that it was read. */
function unreadOf({ classId, submissionId, remarks }: RemarkThread) {
  const upTo = newestFresh(remarks);
  return upTo === undefined ? [] : [{ classId, submissionId, upTo }];
}

function OwnAnswer({ answer, onChanged }: { answer: RemarkedAnswer; onChanged(): void }) {
  const t = useTranslations('remarks');
  const own = useTranslations('remarks.own');
  const { answer: given, threads, at } = answer;
  const lines = useMemo(() => linesOfAnswer(given), [given]);
  const marked = new Set(threads.flatMap(({ remarks }) => remarks.flatMap((one) => one.line ?? [])));
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h4 className="text-[13px] text-ink-2">{own.rich('handedIn', { time: () => <DateTime iso={at} /> })}</h4>
      {lines.length > 0 ? (
        <AnswerLines lines={lines} marked={marked} chosen={null} />
      ) : (
        <ScrolledText
          label={t('code')}
          className="max-h-60 whitespace-pre-wrap break-words px-3 py-2 text-[13px] leading-[1.6]"
        >
          {answerText(given)}
        </ScrolledText>
      )}
      {threads.map((thread) => (
        <div key={thread.classId} className="grid grid-cols-[minmax(0,1fr)] gap-2">
          {threads.length > 1 && thread.className !== null && (
            <p className="text-[13px] text-ink-2">{own.rich('inClass', { name: thread.className, ...BDI })}</p>
          )}
          <OwnThread thread={thread} lines={lines} onChanged={onChanged} />
        </div>
      ))}
    </article>
  );
}

interface OwnThreadProps {
  thread: RemarkThread;
  lines: readonly string[];
  onChanged(): void;
}

function OwnThread({ thread, lines, onChanged }: OwnThreadProps) {
  const { classId, submissionId } = thread;
  const chosen = useLine(keptAs('student', classId, submissionId), lines.length);
  return <ThreadView thread={thread} as="student" lines={lines} chosen={chosen} onChanged={onChanged} />;
}
