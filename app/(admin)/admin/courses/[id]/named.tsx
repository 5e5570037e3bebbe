'use client';
/** What a course, level or lesson is called and where it is found; both are changed in their place. */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Thing } from '../../../../../domain/courses/thing.ts';
import { TitleField } from './title-field.tsx';
import type { TreeWork } from './tree-work.ts';

interface NamedThing extends Thing {
  title: string;
  slug: string;
}

interface NamedProps {
  work: TreeWork;
  thing: NamedThing;
  /** of the address, what stands before its own part */
  path: string;
  children: ReactNode;
}

export function Named({ work, thing, path, children }: NamedProps) {
  const t = useTranslations('desk.tree');
  const { id, of, title, slug } = thing;
  const { open, error, isAtField, busy } = work;
  if (open?.id !== id || (open.what !== 'title' && open.what !== 'address')) return children;
  const isAddress = open.what === 'address';
  return (
    <TitleField
      // another one is another field
      key={open.what}
      label={t('of', { what: t(isAddress ? 'address' : 'rename'), title })}
      act={t('save')}
      value={isAddress ? slug : title}
      busy={busy}
      error={isAtField ? error : undefined}
      before={
        isAddress && (
          <span dir="ltr" className="text-[14px] text-ink-3">
            {path}
          </span>
        )
      }
      onTake={(text) => (isAddress ? work.address({ of, id }, slug, text) : work.rename({ of, id }, title, text))}
      onLeave={() => work.close(id)}
    />
  );
}
