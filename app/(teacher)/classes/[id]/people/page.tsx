/** The people of a class: its join link, its students and teachers, and a way in for somebody new. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readMembers, requireClass } from '../../../../_data/classes.ts';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../class-frame.tsx';
import { JoinLink } from './join-link.tsx';
import { Members } from './members.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.people'))('title') };
}

async function PeoplePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}/people`);
  const members = await readMembers(id);
  const t = await getTranslations('desk.people');
  return (
    <ClassFrame viewer={viewer} found={found} tab="people">
      <div className="mx-auto grid max-w-[860px] grid-cols-[minmax(0,1fr)] gap-6">
        <h1 className="font-semibold text-[22px]">{t('title')}</h1>
        <JoinLink classId={id} initial={found.joinToken} />
        <Members classId={id} members={members} />
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/people', PeoplePage);
