'use client';
/** A page of the people with its search, the links made just now, and the form for somebody new. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ListPlace } from '../../../../domain/list-page.ts';
import { AddPerson } from '../../../_features/people/add-person.tsx';
import { type MadeLink, OneTimeLinks } from '../../../_features/people/one-time-links.tsx';
import { ListPages, ListSearch, NothingFound } from '../../../_ui/list-search.tsx';
import type { Account, PeopleSorted } from './account.ts';
import { PeopleTable } from './people-table.tsx';
import { PeopleContext } from './person-row.tsx';

const PATH = '/admin/people';
const ROLES = ['teacher', 'student', 'admin'] as const;

interface PeopleDeskProps {
  people: readonly Account[];
  place: ListPlace;
  search: string;
  order: PeopleSorted;
  me: string;
}

export function PeoplePanel({ people, place, search, order, me }: PeopleDeskProps) {
  const t = useTranslations('desk.admin');
  const router = useRouter();
  const [links, setLinks] = useState<MadeLink[]>([]);
  const made = (link: MadeLink): void => setLinks((before) => [link, ...before]);
  const more = { sort: order.by === 'name' ? undefined : order.by, down: order.down ? '1' : undefined };
  return (
    <>
      <AddPerson
        title={t('add')}
        classId={null}
        roles={ROLES}
        roleLabel={t('role')}
        roleNames={Object.fromEntries(ROLES.map((role) => [role, t(`roles.${role}`)]))}
        onAdded={(link) => {
          made(link);
          router.refresh();
        }}
      />
      <OneTimeLinks links={links} />
      <ListSearch path={PATH} search={search} place={place} more={more} />
      {people.length === 0 ? (
        <NothingFound path={PATH} search={search} />
      ) : (
        <PeopleContext value={{ me, onLink: made, onChanged: () => router.refresh() }}>
          <PeopleTable people={people} path={PATH} search={search} order={order} />
        </PeopleContext>
      )}
      <ListPages path={PATH} search={search} place={place} more={more} />
    </>
  );
}
