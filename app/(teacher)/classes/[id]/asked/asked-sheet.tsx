'use client';
/** One question of a student: the exercise as they saw it with what they had typed, what was said, and what was handed in. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import type { OpenedInquiry } from '../../../../../domain/inquiries/inquiry.ts';
import { hasContent } from '../../../../../domain/kinds/asked.ts';
import { MOST_PHRASES, newestFresh } from '../../../../../domain/remarks/remark.ts';
import { withQuery } from '../../../../../domain/with-query.ts';
import { calls } from '../../../../_client/calls.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { useRead } from '../../../../_client/use-read.ts';
import { InquiryThread } from '../../../../_features/inquiries/inquiry-thread.tsx';
import { Snapshot } from '../../../../_features/inquiries/snapshot.tsx';
import { UNTOUCHED } from '../../../../_features/lesson/card-types.ts';
import { QuestionCard } from '../../../../_features/lesson/question-card.tsx';
import { useNews } from '../../../../_features/news/use-news.ts';
import { PhraseMenu } from '../../../../_features/remarks/phrase-menu.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';
import { HandedIn } from './handed-in.tsx';
import { TakenLine } from './taken-line.tsx';

interface AskedSheetProps {
  inquiry: string;
  classId: string;
  may: { manage: boolean; grade: boolean };
  onClose(): void;
  /** something was said or settled */
  onChanged(): void;
}

export function AskedSheet({ inquiry, classId, may, onClose, onChanged }: AskedSheetProps) {
  const t = useTranslations('inquiries.desk');
  const common = useTranslations('common');
  const { seen, refused, again } = useRead(['inquiry', inquiry], () => calls.inquiries.open.mutate({ inquiry }));
  useNews(
    'inquiry',
    (news) => {
      if (news.inquiry === inquiry) void again();
    },
    () => void again(),
  );
  const opened = seen?.opened;
  const upTo = opened === undefined ? undefined : newestFresh(opened.messages);
  useEffect(() => {
    if (upTo !== undefined) void calls.inquiries.read.mutate({ inquiry, upTo });
  }, [inquiry, upTo]);
  const changed = (): void => {
    void again();
    onChanged();
  };
  const title =
    opened === undefined
      ? t('title')
      : t.rich('dialog', { student: opened.student, question: opened.questionTitle, ...BDI });
  return (
    <SheetDialog title={title} onClose={onClose}>
      {opened === undefined && (
        <p role={refused ? 'alert' : undefined} className={refused ? 'text-wrong' : 'text-ink-2'}>
          {refused ? t('refused') : common('loading')}
        </p>
      )}
      {opened !== undefined && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <Talk opened={opened} onChanged={changed} />
          <Exercise opened={opened} />
          <HandedIn opened={opened} classId={classId} may={may} />
          <p className="text-[14px]">
            <Link
              className="text-violet-ink underline underline-offset-2"
              href={withQuery(`/classes/${classId}`, {
                ...{ lesson: opened.lessonId, student: opened.studentId, question: opened.questionId },
              })}
              prefetch={false}
            >
              {t('toBoard')}
            </Link>
          </p>
        </div>
      )}
    </SheetDialog>
  );
}

function Talk({ opened, onChanged }: { opened: OpenedInquiry; onChanged(): void }) {
  const t = useTranslations('inquiries.desk');
  const phrases = useTranslations('remarks.phrase');
  const { busy, error, send } = useCommand();
  const keeping = useCommand();
  const { id, state, open, taken, during, askedAt, messages } = opened;
  const settle = async (settled: boolean): Promise<void> => {
    if ((await send('inquiries.settle', { inquiry: id, settled })) !== undefined) onChanged();
  };
  const keep = async (text: string): Promise<string | undefined> => {
    const done = await keeping.send('remarks.keepPhrase', { text });
    return done && (done.kept ? phrases('kept') : phrases('full', { most: MOST_PHRASES }));
  };
  return (
    <section aria-label={t('talk')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <p className="flex flex-wrap items-center gap-2 text-[13px] text-ink-2">
        <Chip tone={state === 'open' ? 'wait' : 'plain'}>{t('state', { state })}</Chip>
        {t.rich('asked', { time: () => <DateTime iso={askedAt} /> })}
        {during !== null && <Chip tone="violet">{t('during', { during })}</Chip>}
      </p>
      {taken !== null && !taken.own && <TakenLine taken={taken} />}
      <InquiryThread
        id={id}
        as="desk"
        messages={messages}
        open={open}
        onChanged={onChanged}
        onBegin={() => void calls.inquiries.take.mutate({ inquiry: id, taken: true })}
        tools={(insert) => <PhraseMenu onPick={insert} />}
        more={[{ id: 'keep', label: phrases('keep'), act: keep }]}
      />
      {open && (
        <p className="flex flex-wrap items-center gap-2">
          <Button size="small" idle={busy} onClick={() => void settle(state === 'open')}>
            {state === 'open' ? t('answered') : t('waits')}
          </Button>
          <span role="alert" className="text-[14px] text-wrong empty:hidden">
            {error ?? keeping.error}
          </span>
        </p>
      )}
    </section>
  );
}

/** As its student has it, with what they had typed. */
function Exercise({ opened }: { opened: OpenedInquiry }) {
  const t = useTranslations('inquiries.desk');
  const { question, answer, changed, askedAt } = opened;
  const state = useMemo(
    () => ({ ...UNTOUCHED, version: 1, draft: answer, draftSavedAt: answer === null ? null : askedAt }),
    [answer, askedAt],
  );
  return (
    <section aria-label={t('theirs')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h3 className="font-semibold text-[15px]">{t('theirs')}</h3>
      {(answer === null || !hasContent(answer)) && <p className="text-[14px] text-ink-2">{t('nothingTyped')}</p>}
      {changed && question !== null && <p className="text-[14px] text-wait">{t('changed')}</p>}
      {question === null ? (
        <p className="text-[14px] text-wait">{t('noQuestion')}</p>
      ) : (
        <QuestionCard question={question} state={state} actions={null} />
      )}
      {answer !== null && <Snapshot label={t('plain')} answer={answer} open={question === null} />}
    </section>
  );
}
