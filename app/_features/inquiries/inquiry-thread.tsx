'use client';
/** What was said to a question that was asked, with the field to say more. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import type { InquiryMessages } from '../../../domain/inquiries/inquiry.ts';
import type { Side } from '../../../domain/remarks/remark.ts';
import { clientUuid } from '../../_client/client-id.ts';
import { useCommand } from '../../_client/use-command.ts';
import { RemarkForm } from '../remarks/remark-form.tsx';
import { type MoreToDo, RemarkItem } from '../remarks/remark-item.tsx';

interface InquiryThreadProps {
  id: string;
  /** who looks at it */
  as: Side;
  messages: InquiryMessages;
  /** whether one may say something more */
  open: boolean;
  /** whether what was taken back can be put back */
  mayPutBack?: boolean;
  onChanged(): void;
  /** something is being typed for the first time */
  onBegin?: () => void;
  /** beside the field */
  tools?: (insert: (text: string) => void) => ReactNode;
  more?: readonly MoreToDo[];
}

export function InquiryThread(props: InquiryThreadProps) {
  const { id, as, messages, open, mayPutBack = open, onChanged, onBegin, tools, more = [] } = props;
  const t = useTranslations('inquiries.thread');
  const { busy, error, field, send } = useCommand();
  /** the same until it is stored: sent twice it is one */
  const next = useRef(clientUuid());
  const hasBegun = useRef(false);
  /** those that came since one looked last stay marked for as long as it is open */
  const fresh = useRef(new Set<string>());
  for (const message of messages) if (message.fresh) fresh.current.add(message.id);
  const say = async (text: string): Promise<boolean> => {
    if ((await send('inquiries.say', { inquiry: id, message: next.current, text })) === undefined) return false;
    next.current = clientUuid();
    hasBegun.current = false;
    onChanged();
    return true;
  };
  const begin = (): void => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    onBegin?.();
  };
  return (
    <section aria-label={t('title')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-3 border-violet border-s-3 ps-3">
        {messages.map((message) => (
          <RemarkItem
            key={message.id}
            of="inquiries"
            remark={message}
            isNew={fresh.current.has(message.id)}
            open={message.withdrawn ? mayPutBack : open}
            onChanged={onChanged}
            more={more}
          />
        ))}
      </ol>
      {open && (
        <div onInput={begin}>
          <RemarkForm
            label={t(as === 'desk' ? 'answer' : 'more')}
            hint={t(as === 'desk' ? 'answerHint' : 'more')}
            act={t('send')}
            keptAs={`inquiry:${as}:${id}`}
            busy={busy}
            refused={{ error, field }}
            send={say}
            {...(tools === undefined ? {} : { tools })}
          />
        </div>
      )}
    </section>
  );
}
