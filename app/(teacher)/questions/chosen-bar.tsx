'use client';
/** What can be done with the questions that are chosen, at the foot of the window. */
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Share } from '../../../domain/people/policies/rule.ts';
import type { Commanding } from '../../_client/use-command.ts';
import { ExportButton } from '../../_features/exporting/export-button.tsx';
import { useLate } from '../../_late/late.ts';
import { Button } from '../../_ui/button.tsx';
import type { ShownQuestion } from './shown-question.ts';
import { typedTags } from './typed-tags.ts';

/** Few share several at once: its form comes when somebody asks for it. */
const loadShare = async () => (await import('./share-form.tsx')).ShareForm;

interface ChosenBarProps {
  chosen: readonly ShownQuestion[];
  busy: boolean;
  /** they are put aside already: they are brought back */
  archived: boolean;
  onQuiz(): void;
  onTag(tags: string[]): void;
  onCopy(): void;
  sharing: Pick<Commanding, 'busy' | 'error' | 'field'>;
  /** null for `login`: with every teacher. @returns whether it is done */
  onShare(login: string | null, may: Share): Promise<boolean>;
  onArchive(): void;
  onClear(): void;
}

export function ChosenBar(props: ChosenBarProps) {
  const { chosen, busy, archived, onQuiz, onTag, onCopy, sharing, onShare, onArchive, onClear } = props;
  const t = useTranslations('desk.questions.chosen');
  const [open, setOpen] = useState<'tag' | 'share' | null>(null);
  const { part: ShareForm } = useLate(open === 'share' ? loadShare : undefined);
  const turn = (form: 'tag' | 'share'): void => setOpen(open === form ? null : form);
  const copies = chosen.filter((one) => one.copies).length;
  const count = chosen.length;
  const minutes = Math.max(1, Math.round(chosen.reduce((sum, { seconds }) => sum + seconds, 0) / 60));
  const kinds = new Set(chosen.map(({ kind }) => kind)).size;
  const mine = chosen.filter((one) => one.mine).length;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('tags');
    const tags = typedTags(String(typed ?? ''));
    if (tags.length > 0) onTag(tags);
    setOpen(null);
  };
  return (
    <section
      aria-label={t('label')}
      className="sticky bottom-3 z-20 grid gap-2 rounded-2 border border-line bg-sheet px-4 py-3 shadow-sheet"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p role="status" className="min-w-0 text-[14px]">
          <b>{t('count', { count })}</b> <span className="text-ink-2">{t('sum', { minutes, kinds })}</span>
        </p>
        <span className="ms-auto flex flex-wrap items-center gap-2">
          {mine > 0 && !archived && (
            <>
              <Button size="small" idle={busy} aria-expanded={open === 'tag'} onClick={() => turn('tag')}>
                {t('tag')}
              </Button>
              <Button size="small" idle={busy} aria-expanded={open === 'share'} onClick={() => turn('share')}>
                {t('share')}
              </Button>
            </>
          )}
          {copies > 0 && (
            <Button size="small" idle={busy} onClick={onCopy}>
              {t('copy', { count: copies })}
            </Button>
          )}
          {mine > 0 && (
            <Button size="small" idle={busy} onClick={onArchive}>
              {t(archived ? 'back' : 'archive')}
            </Button>
          )}
          <ExportButton size="small" idle={busy} wanted={{ questionIds: chosen.map(({ id }) => id) }} />
          {!archived && (
            <Button size="small" look="first" idle={busy} onClick={onQuiz}>
              {t('quiz', { count })}
            </Button>
          )}
          <Button size="small" look="quiet" onClick={onClear} aria-label={t('clear')}>
            ✕
          </Button>
        </span>
      </div>
      {open === 'share' && ShareForm !== undefined && (
        <ShareForm
          sharing={sharing}
          onShare={(login, may) => void onShare(login, may).then((done) => done && setOpen(null))}
        />
      )}
      {open === 'tag' && (
        <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
          <label className="grid min-w-0 flex-1 gap-1 text-[14px]">
            {t('tags')}
            <input
              name="tags"
              ref={(input) => input?.focus()}
              maxLength={200}
              autoComplete="off"
              className="min-h-10 min-w-0 rounded-[10px] border border-line bg-sheet px-3"
            />
          </label>
          <Button type="submit">{t('give')}</Button>
        </form>
      )}
      {mine < count && <p className="text-[13px] text-ink-3">{t('onlyMine', { count: mine })}</p>}
    </section>
  );
}
