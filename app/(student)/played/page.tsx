/** Live quizzes that one has played, each with its review. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { askedOf } from '../../../domain/list-page.ts';
import { readPlayed } from '../../_data/live-lists.ts';
import { requireViewer } from '../../_data/viewer.ts';
import { Header } from '../../_features/header/header.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { ListPages, ListSearch, NothingFound } from '../../_ui/list-search.tsx';
import { type PlainColumn, PlainTable } from '../../_ui/table/plain-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.played'))('title') };
}

const PATH = '/played';
type Props = { searchParams: Promise<{ q?: string; page?: string }> };

async function PlayedPage({ searchParams }: Props) {
  const viewer = await requireViewer(PATH);
  const asked = askedOf(await searchParams);
  const { rows, ...place } = await readPlayed(viewer, asked);
  const t = await getTranslations('live.played');
  const columns: PlainColumn<(typeof rows)[number]>[] = [
    {
      id: 'title',
      title: t('column.title'),
      names: true,
      show: ({ id, title }) => (
        <Link
          href={`${PATH}/${id}`}
          prefetch={false}
          className="inline-block min-h-6 font-[550] hover:text-violet-ink hover:underline"
        >
          <bdi>{title}</bdi>
        </Link>
      ),
    },
    {
      id: 'class',
      title: t('column.class'),
      head: 'max-sm:hidden',
      cell: 'max-sm:hidden',
      show: ({ class: name }) => name !== null && <bdi>{name}</bdi>,
    },
    { id: 'at', title: t('column.at'), show: ({ at }) => <DateTime iso={at} form="day" /> },
    {
      id: 'answered',
      title: t('column.answered'),
      head: 'text-end!',
      cell: 'whitespace-nowrap text-end tabular-nums',
      show: ({ answered, questions }) => t('answeredOf', { answered, questions }),
    },
  ];
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[860px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-8 sm:px-6">
        <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
        <ListSearch path={PATH} search={asked.search} place={place} label={t('search')} />
        {rows.length > 0 && <PlainTable label={t('title')} columns={columns} rows={rows} idOf={({ id }) => id} />}
        {rows.length === 0 && asked.search !== '' && <NothingFound path={PATH} search={asked.search} />}
        {rows.length === 0 && asked.search === '' && (
          <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('none')}</p>
        )}
        <ListPages path={PATH} search={asked.search} place={place} />
      </main>
    </>
  );
}

export default withWords('/played', PlayedPage);
