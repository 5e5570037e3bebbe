'use client';
/** What one has asked one's teachers at a question, the newest first, with what they answered; and the form to ask. */
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OwnInquiry } from '../../../domain/inquiries/inquiry.ts';
import { newestFresh } from '../../../domain/remarks/remark.ts';
import { calls, type Given } from '../../_client/calls.ts';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { AskForm } from './ask-form.tsx';
import type { AskedAt } from './asked-at.ts';
import { InquiryThread } from './inquiry-thread.tsx';
import { Snapshot } from './snapshot.tsx';

export function OwnInquiries(at: AskedAt) {
  const t = useTranslations('inquiries.own');
  const { place, changedBy, onChanged } = at;
  const { lessonId, questionId } = place;
  const [inquiries, setInquiries] = useState<readonly OwnInquiry[]>();
  const [asking, setAsking] = useState<Given<'inquiries.asking'>>();
  const [refused, setRefused] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  /** replies may overtake each other */
  const newest = useRef(0);
  const read = useCallback(async (): Promise<void> => {
    const mine = ++newest.current;
    const of = { lessonId, questionId };
    const [told, whom] = await Promise.all([calls.inquiries.mine.mutate(of), calls.inquiries.asking.mutate(of)]);
    if (mine !== newest.current) return;
    setRefused(!told.ok);
    if (told.ok) setInquiries(told.inquiries);
    if (whom.ok) setAsking(whom);
  }, [lessonId, questionId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again where something has changed
  useEffect(() => void read(), [read, changedBy]);
  const noted = useRef(onChanged);
  noted.current = onChanged;
  useEffect(() => {
    const unread = (inquiries ?? []).flatMap(({ id: inquiry, messages }) => {
      const upTo = newestFresh(messages);
      return upTo === undefined ? [] : [{ inquiry, upTo }];
    });
    if (unread.length === 0) return;
    void Promise.all(unread.map((one) => calls.inquiries.read.mutate(one))).then(() => noted.current());
  }, [inquiries]);
  const changed = (): void => {
    onChanged();
    void read();
  };
  const showsForm = asking !== undefined && asking.classes.length > 0 && (isAsking || inquiries?.length === 0);
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
      {inquiries?.map((inquiry) => (
        <Asked key={inquiry.id} inquiry={inquiry} onChanged={changed} />
      ))}
      {showsForm && (
        <AskForm
          {...at}
          classes={asking.classes}
          during={asking.during}
          onAsked={() => {
            setIsAsking(false);
            changed();
          }}
        />
      )}
      {!showsForm && inquiries !== undefined && asking !== undefined && asking.classes.length > 0 && (
        <Button size="small" className="justify-self-start" onClick={() => setIsAsking(true)}>
          {t('another')}
        </Button>
      )}
    </div>
  );
}

function Asked({ inquiry, onChanged }: { inquiry: OwnInquiry; onChanged(): void }) {
  const t = useTranslations('inquiries.own');
  const { busy, error, send } = useCommand();
  const { id, className, state, open, at, answer, messages } = inquiry;
  const settle = async (settled: boolean): Promise<void> => {
    if ((await send('inquiries.settle', { inquiry: id, settled })) !== undefined) onChanged();
  };
  const isAnswered = messages.some(({ side, withdrawn }) => side === 'desk' && !withdrawn);
  const isTakenBack = messages[0]?.withdrawn === true;
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h4 className="text-[13px] text-ink-2">
        {className === null
          ? t.rich('askedNobody', { time: () => <DateTime iso={at} /> })
          : t.rich('asked', { time: () => <DateTime iso={at} />, name: className, ...BDI })}{' '}
        {!isTakenBack && <span className="font-semibold">{t('state', { state })}</span>}
      </h4>
      <InquiryThread
        id={id}
        as="student"
        messages={messages}
        open={open && !isTakenBack}
        mayPutBack={open || isTakenBack}
        onChanged={onChanged}
      />
      {answer !== null && <Snapshot label={t('alongThen')} answer={answer} />}
      {open && !isTakenBack && (
        <p className="flex flex-wrap items-center gap-2">
          {state === 'helped' ? (
            <Button size="small" idle={busy} onClick={() => void settle(false)}>
              {t('askAgain')}
            </Button>
          ) : (
            isAnswered && (
              <Button size="small" idle={busy} onClick={() => void settle(true)}>
                <span aria-hidden>✓</span> {t('helped')}
              </Button>
            )
          )}
          <span role="alert" className="text-[14px] text-wrong empty:hidden">
            {error}
          </span>
        </p>
      )}
      {!open && !isTakenBack && <p className="text-[13px] text-ink-3">{t('closed')}</p>}
    </article>
  );
}
