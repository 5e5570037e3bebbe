'use client';
/** One remark: who said it and when, what it says, and what its author can do with it. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ShownRemark } from '../../../domain/remarks/remark.ts';
import { useCommand } from '../../_client/use-command.ts';
import { ActionMenu, type MenuAction } from '../../_ui/action-menu.tsx';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { RemarkForm } from './remark-form.tsx';
import { RemarkText } from './remark-text.tsx';

interface RemarkItemProps {
  /** whose it is to change and take back: a remark, or what was said to a question that was asked */
  of?: 'remarks' | 'inquiries';
  remark: ShownRemark;
  /** it has come since one looked last */
  isNew: boolean;
  /** something more may be said there */
  open: boolean;
  onChanged(): void;
  more?: readonly MoreToDo[];
}

/** What else can be done with the text of a remark; what came of it is said beside it, undefined: nothing did. */
export interface MoreToDo {
  id: string;
  label: string;
  act(text: string): Promise<string | undefined>;
}

export function RemarkItem({ of = 'remarks', remark, isNew, open, onChanged, more = [] }: RemarkItemProps) {
  const t = useTranslations('remarks');
  const [isChanging, setIsChanging] = useState(false);
  const [done, setDone] = useState<string>();
  const { busy, error, field, send } = useCommand();
  const { id, side, by, own, text, at, editedAt, withdrawn } = remark;
  const setWithdrawn = async (next: boolean): Promise<void> => {
    const done =
      of === 'remarks'
        ? await send('remarks.withdraw', { remark: id, withdrawn: next })
        : await send('inquiries.withdraw', { message: id, withdrawn: next });
    if (done !== undefined) onChanged();
  };
  const setText = (changed: string) =>
    of === 'remarks'
      ? send('remarks.change', { remark: id, text: changed })
      : send('inquiries.change', { message: id, text: changed });
  if (withdrawn)
    return (
      <li className="flex flex-wrap items-center gap-2 text-[14px] text-ink-2">
        <span role="status">{t('takenBack')}</span>
        {open && (
          <Button size="small" idle={busy} onClick={() => void setWithdrawn(false)}>
            {t('putBack')}
          </Button>
        )}
        <Refused words={error} />
        {/* for its author alone, who chooses by it whether to put it back */}
        <div className="w-full text-ink-3">
          <RemarkText text={text} />
        </div>
      </li>
    );
  const actions: MenuAction[] = [
    ...more.map(({ act, ...action }) => ({ ...action, act: () => void act(text).then(setDone) })),
    ...(own && open
      ? [
          { id: 'change', label: t('change'), act: () => setIsChanging(true) },
          { id: 'takeBack', label: t('takeBack'), act: () => void setWithdrawn(true) },
        ]
      : []),
  ];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2">
      <p className="flex flex-wrap items-center gap-x-2 text-[13px] text-ink-2">
        <b className="font-semibold text-ink">{by === null ? t('gone') : <bdi>{by}</bdi>}</b>
        {side === 'student' && <span>{t('student')}</span>}
        <DateTime iso={at} />
        {editedAt !== null && <span>{t.rich('edited', { time: () => <DateTime iso={editedAt} form="clock" /> })}</span>}
        {isNew && <Chip tone="violet">{t('fresh')}</Chip>}
      </p>
      {actions.length > 0 && !isChanging && (
        <ActionMenu label={t(of === 'inquiries' && side === 'student' ? 'moreAsked' : 'more')} actions={actions} />
      )}
      <div className="col-span-2">
        {isChanging ? (
          <RemarkForm
            label={t('change')}
            hint=""
            act={t('save')}
            keptAs={`${of}:change:${id}`}
            text={text}
            focus={1}
            busy={busy}
            refused={{ error, field }}
            send={async (changed) => {
              if ((await setText(changed)) === undefined) return false;
              setIsChanging(false);
              onChanged();
              return true;
            }}
            onCancel={() => setIsChanging(false)}
          />
        ) : (
          <>
            <RemarkText text={text} />
            <span role="status" className="text-[14px] text-ink-2 empty:hidden">
              {done}
            </span>
            <Refused words={error} />
          </>
        )}
      </div>
    </li>
  );
}

function Refused({ words }: { words: string | undefined }) {
  return (
    <span role="alert" className="text-[14px] text-wrong empty:hidden">
      {words}
    </span>
  );
}
