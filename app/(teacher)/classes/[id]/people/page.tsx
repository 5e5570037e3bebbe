/** The people of a class: its join link, its students and teachers, and a way in for somebody new. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { askedOf } from '../../../../../domain/list-page.ts';
import { readMembers, requireClass } from '../../../../_data/classes.ts';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../class-frame.tsx';
import { JoinLink } from './join-link.tsx';
import { Members } from './members.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.people'))('title') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ q?: string; page?: string }> };

async function PeoplePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}/people`);
  const asked = askedOf(await searchParams);
  const { students, teachers } = await readMembers(id, asked);
  const { rows, ...place } = students;
  const t = await getTranslations('desk.people');
  return (
    <ClassFrame viewer={viewer} found={found} tab="people">
      <div className="mx-auto grid max-w-[860px] grid-cols-[minmax(0,1fr)] gap-6">
        <h1 className="font-semibold text-[22px]">{t('title')}</h1>
        <JoinLink classId={id} initial={found.joinToken} />
        <Members classId={id} students={rows} place={place} search={asked.search} teachers={teachers} />
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/people', PeoplePage);
