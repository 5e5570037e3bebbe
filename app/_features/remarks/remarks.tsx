'use client';
/**
 * What was said in a class to one submission, for its teachers and assistants, with the field to say more: right below the lines of
 * what was handed in, where it has some, and else below what stands within. Stands within `<Reads>`.
 */
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import { MOST_PHRASES, newestFresh, type RemarkThread } from '../../../domain/remarks/remark.ts';
import { calls } from '../../_client/calls.ts';
import { useCommand } from '../../_client/use-command.ts';
import { useRead } from '../../_client/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import { useNews } from '../news/use-news.ts';
import { AnswerLines } from './answer-lines.tsx';
import { linesOfAnswer } from './lines-of-answer.ts';
import { PhraseMenu } from './phrase-menu.tsx';
import { readThread } from './read-together.ts';
import { ThreadView } from './thread-view.tsx';
import { keptAs, useLine } from './use-line.ts';

interface RemarksProps {
  classId: string;
  submissionId: string;
  /** what was handed in; left out: it is shown elsewhere, and nothing is said to single lines */
  answer?: Answer;
  /** what else there is to it: its verdict */
  children?: ReactNode;
}

export function Remarks({ classId, submissionId, answer, children }: RemarksProps) {
  const t = useTranslations('remarks');
  const phrases = useTranslations('remarks.phrase');
  const { seen, refused, again } = useRead(['remarks', classId, submissionId], () => readThread(classId, submissionId));
  const keeping = useCommand();
  useNews(
    'remark',
    (news) => {
      if (news.submission === submissionId && news.class === classId) void again();
    },
    () => void again(),
  );
  const thread = seen?.thread;
  useNoted(thread);
  const lines = useMemo(() => linesOfAnswer(answer), [answer]);
  const chosen = useLine(keptAs('desk', classId, submissionId), lines.length);
  const marked = useMemo(() => markedIn(thread), [thread]);
  const keep = async (text: string): Promise<string | undefined> => {
    const done = await keeping.send('remarks.keepPhrase', { text });
    return done && (done.kept ? phrases('kept') : phrases('full', { most: MOST_PHRASES }));
  };
  return (
    <>
      {lines.length > 0 && (
        <AnswerLines
          lines={lines}
          marked={marked}
          chosen={chosen.line}
          {...(thread?.open === true ? { onLine: (to: number) => chosen.choose(to === chosen.line ? null : to) } : {})}
        />
      )}
      {lines.length === 0 && children}
      {thread !== undefined && (
        <ThreadView
          thread={thread}
          as="desk"
          lines={lines}
          chosen={chosen}
          onChanged={() => void again()}
          tools={(insert) => <PhraseMenu onPick={insert} />}
          more={[{ id: 'keep', label: phrases('keep'), act: keep }]}
        />
      )}
      <span role="alert" className="text-[14px] text-wrong empty:hidden">
        {keeping.error}
      </span>
      {thread === undefined && refused && (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-[14px] text-wrong">
          {t('refused')}
          <Button size="small" onClick={() => void again()}>
            {t('again')}
          </Button>
        </p>
      )}
      {lines.length > 0 && children}
    </>
  );
}

/** What stands in front of somebody is read. */
function useNoted(thread: RemarkThread | undefined): void {
  const upTo = thread === undefined ? undefined : newestFresh(thread.remarks);
  const { classId = null, submissionId } = thread ?? {};
  useEffect(() => {
    if (upTo !== undefined && submissionId !== undefined)
      void calls.remarks.read.mutate({ classId, submissionId, upTo });
  }, [classId, submissionId, upTo]);
}

function markedIn(thread: RemarkThread | undefined): ReadonlySet<number> {
  return new Set(thread?.remarks.flatMap(({ line, withdrawn }) => (line === null || withdrawn ? [] : [line])));
}
