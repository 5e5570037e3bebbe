'use client';
/** The people table with its search, the links made just now, and the form for somebody new. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { AddPerson } from '../../../_components/desk/add-person.tsx';
import { type MadeLink, OneTimeLinks } from '../../../_components/desk/one-time-links.tsx';
import type { Account } from './account.ts';
import { PeopleTable } from './people-table.tsx';

export function PeopleDesk({ people, me }: { people: readonly Account[]; me: string }) {
  const t = useTranslations('desk.admin');
  const router = useRouter();
  const [search, setSearch] = useState('');
  const [links, setLinks] = useState<MadeLink[]>([]);
  const id = useId();
  const made = (link: MadeLink): void => setLinks((before) => [link, ...before]);
  const wanted = plain(search.trim());
  const found = people.filter(
    (one) => wanted === '' || plain(one.name).includes(wanted) || plain(one.login).includes(wanted),
  );
  return (
    <>
      <AddPerson
        title={t('add')}
        classId={null}
        roles={['teacher', 'student', 'admin']}
        onAdded={(link) => {
          made(link);
          router.refresh();
        }}
      />
      <OneTimeLinks links={links} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <label htmlFor={id} className="font-[550] text-[14px]">
          {t('search')}
        </label>
        <input
          id={id}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="min-h-10 w-full max-w-72 rounded-[10px] border border-line bg-sheet px-3"
        />
        <span role="status" className="text-[14px] text-ink-2 tabular-nums">
          {t('found', { count: found.length, of: people.length })}
        </span>
      </div>
      <PeopleTable people={found} me={me} onLink={made} onChanged={() => router.refresh()} />
    </>
  );
}

/** Without accents and capitals: `Yilmaz` finds `Yılmaz`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ı/g, 'i');
}
