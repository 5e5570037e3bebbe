'use client';
/** Students of a class, with the one-time links that were made for them just now, and those who were in it. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { ListPlace } from '../../../../../domain/list-page.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { AddPerson } from '../../../../_features/people/add-person.tsx';
import { type MadeLink, OneTimeLinks } from '../../../../_features/people/one-time-links.tsx';
import { ListPages, ListSearch, NothingFound } from '../../../../_ui/list-search.tsx';
import { FormerStudents } from './former-students.tsx';
import type { Student } from './student.ts';
import { StudentRow } from './student-row.tsx';

interface MembersProps {
  classId: string;
  /** of the page that is shown */
  students: readonly Student[];
  former: readonly { id: string; name: string; login: string; barred: boolean }[];
  place: ListPlace;
  search: string;
  namesBy: 'family' | 'given';
  may: { manage: boolean };
}

export function Members({ classId, students, former, place, search, namesBy, may }: MembersProps) {
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
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id="students" className="font-semibold text-[15px]">
            {t('students')} <span className="text-ink-3 tabular-nums">{search === '' && place.of}</span>
          </h2>
          {may.manage && <Order classId={classId} namesBy={namesBy} />}
        </div>
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
                namesBy={namesBy}
                manages={may.manage}
                onLink={made}
                onChanged={() => router.refresh()}
              />
            ))}
          </ul>
        )}
        <ListPages {...list} />
      </section>
      <FormerStudents classId={classId} former={former} />
    </>
  );
}

/** What the lists of this class are ordered by. */
function Order({ classId, namesBy }: { classId: string; namesBy: 'family' | 'given' }) {
  const t = useTranslations('desk.members');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const id = useId();
  const choose = async (chosen: string): Promise<void> => {
    const done = await send('classes.settings', { classId, namesBy: chosen === 'given' ? 'given' : 'family' });
    if (done !== undefined) router.refresh();
  };
  return (
    <span className="flex flex-wrap items-center gap-2 text-[13px] text-ink-2">
      <label htmlFor={id}>{t('order')}</label>
      <select
        id={id}
        value={namesBy}
        disabled={busy}
        onChange={({ target }) => void choose(target.value)}
        className="min-h-9 rounded-[10px] border border-line bg-sheet px-2"
      >
        <option value="family">{t('byFamily')}</option>
        <option value="given">{t('byGiven')}</option>
      </select>
      <span role="alert" className="text-wrong empty:hidden">
        {error}
      </span>
    </span>
  );
}
