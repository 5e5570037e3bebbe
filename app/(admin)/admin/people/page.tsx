/** Everybody with an account: roles, who may sign in, new passwords. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { askedOf } from '../../../../domain/list-page.ts';
import { peopleOrder, readPeople } from '../../../_data/people.ts';
import { requirePermission } from '../../../_data/viewer.ts';
import { Header } from '../../../_features/header/header.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';
import { PeoplePanel } from './people-panel.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.admin'))('people') };
}

type Props = { searchParams: Promise<{ q?: string; page?: string; sort?: string; down?: string }> };

async function PeoplePage({ searchParams }: Props) {
  const viewer = await requirePermission('/admin/people', 'user.manage');
  const query = await searchParams;
  const asked = askedOf(query);
  const order = peopleOrder(query.sort, query.down);
  const { rows, ...place } = await readPeople(asked, order);
  const t = await getTranslations('desk.admin');
  return (
    <>
      <Header user={viewer} wide />
      <main id="content" className="mx-auto grid max-w-[1200px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-8 sm:px-6">
        <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('people')}</h1>
        <PeoplePanel people={rows} place={place} search={asked.search} order={order} me={viewer.id} />
      </main>
    </>
  );
}

export default withWords('/admin/people', PeoplePage);
