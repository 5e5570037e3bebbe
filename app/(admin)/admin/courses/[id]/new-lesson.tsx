'use client';
/** A new lesson at the end of a level: by its title, and then to its editor, or on to the next. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TitleField } from './title-field.tsx';
import type { TreeLevel, TreeWork } from './tree-work.ts';

export function NewLesson({ work, level: { id, title } }: { work: TreeWork; level: TreeLevel }) {
  const t = useTranslations('desk.tree');
  const router = useRouter();
  const [made, setMade] = useState(0);
  const [write, setWrite] = useState(true);
  const take = async (text: string): Promise<boolean> => {
    const lessonId = await work.makeLesson(id, text);
    if (lessonId === undefined) return false;
    if (write) router.push(`/admin/lessons/${lessonId}`);
    else setMade(made + 1);
    return true;
  };
  return (
    <div className="grid gap-2">
      <TitleField
        // empty again for the next one
        key={made}
        label={t('of', { what: t('newLesson'), title })}
        act={t('add')}
        busy={work.busy}
        error={work.isAtField ? work.error : undefined}
        onTake={take}
        onLeave={() => work.close(id)}
      />
      <label className="flex items-center gap-2 text-[14px] text-ink-2">
        <input type="checkbox" checked={write} onChange={({ target }) => setWrite(target.checked)} />
        {t('andWrite')}
      </label>
    </div>
  );
}
