/** The people of a class: its join link, its students, teachers and assistants, who is asked in, and a way in for many at once. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { askedOf } from '../../../../../domain/list-page.ts';
import { readMembers, readUndoableRoster, requireClass } from '../../../../_data/classes.ts';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { ClassFrame } from '../class-frame.tsx';
import { Colleagues } from './colleagues.tsx';
import { Invitations } from './invitations.tsx';
import { JoinLink } from './join-link.tsx';
import { LastList } from './last-list.tsx';
import { Members } from './members.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.people'))('title') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ q?: string; page?: string }> };

async function PeoplePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}/people`, 'class.people');
  const asked = askedOf(await searchParams);
  const { students, teachers, assistants, invitations, former } = await readMembers(found, asked);
  const lastList = await readUndoableRoster(viewer, id, found.may.manage);
  const { rows, ...place } = students;
  const t = await getTranslations('desk.people');
  const words = await getTranslations('desk.members');
  return (
    <ClassFrame viewer={viewer} found={found} tab="people">
      <div className="mx-auto grid max-w-[860px] grid-cols-[minmax(0,1fr)] gap-6">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="me-auto font-semibold text-[22px]">{t('title')}</h1>
          <ButtonLink size="small" href={`/classes/${id}/people/tickets`} prefetch={false}>
            {words('tickets')}
          </ButtonLink>
          <ButtonLink size="small" look="first" href={`/classes/${id}/people/add`} prefetch={false}>
            {words('addMany')}
          </ButtonLink>
        </div>
        <LastList list={lastList} />
        <JoinLink classId={id} initial={found.joinToken} />
        <Members
          classId={id}
          students={rows}
          former={former}
          place={place}
          search={asked.search}
          namesBy={found.namesBy}
          may={found.may}
        />
        <Invitations invitations={invitations} manages={found.may.manage} />
        <Colleagues
          classId={id}
          viewerId={viewer.id}
          teachers={teachers}
          assistants={assistants}
          manages={found.may.manage}
        />
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/people', PeoplePage);
