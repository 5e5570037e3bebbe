'use client';
/** The tags of a question: given and taken away one by one, at once; before it is saved they go along with its first version. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef } from 'react';
import { useCommand } from '../../_client/use-command.ts';
import { Button } from '../../_ui/button.tsx';
import { typedTags } from './typed-tags.ts';

interface TagsProps {
  questionId: string;
  tags: readonly string[];
  /** they may be given and taken away */
  keep: boolean;
}

/** Of a question that is there. */
export function Tags({ questionId, tags, keep }: TagsProps) {
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const change = async (add: string[], remove: string[]): Promise<boolean> => {
    const done = await send('bank.tag', { questionIds: [questionId], add, remove });
    if (done !== undefined) router.refresh();
    return done !== undefined;
  };
  return <TagList tags={tags} keep={keep} busy={busy} error={error} onChange={change} />;
}

interface TagListProps extends Omit<TagsProps, 'questionId'> {
  busy?: boolean;
  error?: string | undefined;
  /** @returns whether they are given and taken away */
  onChange(add: string[], remove: string[]): Promise<boolean>;
}

/** Tags that are given and taken away, wherever they are kept. */
export function TagList({ tags, keep, busy = false, error, onChange }: TagListProps) {
  const t = useTranslations('desk.questions.tagging');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const change = async (add: string[], remove: string[]): Promise<void> => {
    if (!(await onChange(add, remove))) return;
    if (input.current) input.current.value = '';
    input.current?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = typedTags(input.current?.value ?? '');
    if (typed.length > 0 && !busy) void change(typed, []);
  };
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h2 id={id} className="font-semibold text-[16px]">
        {t('title')}
      </h2>
      {tags.length === 0 && <p className="text-[14px] text-ink-2">{t('none')}</p>}
      <ul className="flex flex-wrap gap-2 text-[14px] empty:hidden">
        {tags.map((tag) => (
          <li key={tag} className="inline-flex min-h-8 items-center gap-1 rounded-full border border-line ps-3 pe-1">
            <bdi>{tag}</bdi>
            {keep && (
              <button
                type="button"
                aria-label={t('remove', { tag })}
                onClick={() => void change([], [tag])}
                className="min-h-8 min-w-8 rounded-full text-ink-3 hover:bg-fill hover:text-ink"
              >
                ✕
              </button>
            )}
          </li>
        ))}
      </ul>
      {keep && (
        <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
          <label className="grid gap-1 text-[14px]">
            {t('add')}
            <input
              ref={input}
              maxLength={200}
              autoComplete="off"
              className="min-h-10 w-56 min-w-0 rounded-[10px] border border-line bg-sheet px-3"
            />
          </label>
          <Button type="submit" idle={busy}>
            {t('give')}
          </Button>
        </form>
      )}
      {error !== undefined && (
        <p role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
    </section>
  );
}
