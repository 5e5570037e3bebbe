'use client';
/** What was said to one submission in one class, by lines, with the field to say more. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { byLine, type RemarkThread, type Side } from '../../../domain/remarks/remark.ts';
import { clientUuid } from '../../_client/client-id.ts';
import { useCommand } from '../../_client/use-command.ts';
import { Button } from '../../_ui/button.tsx';
import { RemarkForm } from './remark-form.tsx';
import { type MoreToDo, RemarkItem } from './remark-item.tsx';
import { type ChosenLine, keptAs } from './use-line.ts';

interface ThreadViewProps {
  thread: RemarkThread;
  /** who looks at it */
  as: Side;
  /** the text that was handed in, by lines; none: it is not spoken of by lines */
  lines: readonly string[];
  /** the line that one is about to say something to */
  chosen: ChosenLine;
  onChanged(): void;
  /** beside the field */
  tools?: (insert: (text: string) => void) => ReactNode;
  more?: readonly MoreToDo[];
}

export function ThreadView({ thread, as, lines, chosen, onChanged, tools, more = [] }: ThreadViewProps) {
  const t = useTranslations('remarks');
  const { busy, error, field, send } = useCommand();
  /** the same until it is stored: sent twice it is one */
  const next = useRef(clientUuid());
  const { line, asked, choose } = chosen;
  /** those that came since one looked last stay marked for as long as it is open */
  const fresh = useRef(new Set<string>());
  for (const remark of thread.remarks) if (remark.fresh) fresh.current.add(remark.id);
  const { classId, submissionId, remarks, open } = thread;
  const say = async (text: string): Promise<boolean> => {
    if (classId === null) return false;
    const done = await send('remarks.say', { classId, submissionId, remark: next.current, line, text });
    if (done === undefined) return false;
    next.current = clientUuid();
    choose(null);
    onChanged();
    return true;
  };
  return (
    <section aria-label={t('title')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {byLine(remarks).map(({ line: of, remarks: some }) => (
        <div key={of} className="grid grid-cols-[minmax(0,1fr)] gap-2 border-violet border-s-3 ps-3">
          {of !== null && <LineQuoted line={of} text={lines[of - 1]} />}
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-3">
            {some.map((remark) => (
              <RemarkItem
                key={remark.id}
                remark={remark}
                isNew={fresh.current.has(remark.id)}
                open={open}
                onChanged={onChanged}
                more={more}
              />
            ))}
          </ol>
          {of !== null && open && of !== line && (
            <Button size="small" look="quiet" className="justify-self-start print:hidden" onClick={() => choose(of)}>
              {t('answerHere', { line: of })}
            </Button>
          )}
        </div>
      ))}
      {open && classId !== null ? (
        <RemarkForm
          label={t(as === 'desk' ? 'write' : 'answer')}
          hint={t(as === 'desk' ? 'writeHint' : 'answer')}
          act={t('send')}
          keptAs={keptAs(as, classId, submissionId)}
          focus={asked}
          busy={busy}
          refused={{ error, field }}
          send={say}
          {...(tools === undefined ? {} : { tools })}
          about={
            line !== null && (
              <p className="flex flex-wrap items-center gap-2 text-[14px]">
                <b className="font-semibold text-violet-ink">{t('toLine', { line })}</b>
                <Button size="small" look="quiet" onClick={() => choose(null)}>
                  {t('toAll')}
                </Button>
              </p>
            )
          }
        />
      ) : (
        as === 'student' && <p className="text-[13px] text-ink-3">{t('closed')}</p>
      )}
    </section>
  );
}

function LineQuoted({ line, text }: { line: number; text: string | undefined }) {
  const t = useTranslations('remarks');
  return (
    <p className="flex min-w-0 items-baseline gap-2 text-[13px]">
      <span className="shrink-0 font-semibold text-violet-ink">{t('line', { line })}</span>
      {text !== undefined && (
        <code dir="ltr" className="min-w-0 truncate font-mono text-ink-2">
          {text.trim()}
        </code>
      )}
    </p>
  );
}
