'use client';
/** Students and teachers of a class, with the one-time links that were made for them just now. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ListPlace } from '../../../../../domain/list-page.ts';
import { AddPerson } from '../../../../_features/people/add-person.tsx';
import { type MadeLink, OneTimeLinks } from '../../../../_features/people/one-time-links.tsx';
import { ListPages, ListSearch, NothingFound } from '../../../../_ui/list-search.tsx';
import { StudentRow } from './student-row.tsx';

interface Member {
  id: string;
  name: string;
  login: string;
}

interface Student extends Member {
  /** may not sign in any more */
  disabled: boolean;
  /** share of the usual time in live rounds and under time limits; 0: no limit */
  timeFactor: number;
}

interface MembersProps {
  classId: string;
  /** of the page that is shown */
  students: readonly Student[];
  place: ListPlace;
  search: string;
  teachers: readonly Member[];
}

export function Members({ classId, students, place, search, teachers }: MembersProps) {
  const t = useTranslations('desk.people');
  const router = useRouter();
  const [links, setLinks] = useState<MadeLink[]>([]);
  const made = (link: MadeLink): void => setLinks((before) => [link, ...before]);
  const list = { path: `/classes/${classId}/people`, search, place };
  return (
    <>
      <AddPerson
        title={t('add')}
        classId={classId}
        roles={['student']}
        onAdded={(link) => {
          made(link);
          router.refresh();
        }}
      />
      <OneTimeLinks links={links} />
      <section aria-labelledby="students" className="grid gap-2">
        <h2 id="students" className="font-semibold text-[15px]">
          {t('students')} <span className="text-ink-3 tabular-nums">{search === '' && place.of}</span>
        </h2>
        {(place.pages > 1 || search !== '') && <ListSearch {...list} />}
        {students.length === 0 && search !== '' ? (
          <NothingFound {...list} />
        ) : students.length === 0 ? (
          <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('none')}</p>
        ) : (
          <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet">
            {students.map((student) => (
              <StudentRow
                key={student.id}
                classId={classId}
                student={student}
                onLink={made}
                onRemoved={() => router.refresh()}
              />
            ))}
          </ul>
        )}
        <ListPages {...list} />
      </section>
      <section aria-labelledby="teachers" className="grid gap-2">
        <h2 id="teachers" className="font-semibold text-[15px]">
          {t('teachers')}
        </h2>
        <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet empty:hidden">
          {teachers.map((teacher) => (
            <li key={teacher.id} className="flex min-h-12 flex-wrap items-center gap-x-4 px-4 py-2 text-[14px]">
              <bdi className="font-[550]">{teacher.name}</bdi>
              <bdi className="text-[13px] text-ink-3">{teacher.login}</bdi>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
