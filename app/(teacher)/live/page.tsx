/** Live quizzes that one leads or led, with a class or without: those that run to go back into, those over with their report. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { askedOf } from '../../../domain/list-page.ts';
import { readSessions } from '../../_data/live-lists.ts';
import { requirePermission } from '../../_data/viewer.ts';
import { Header } from '../../_features/header/header.tsx';
import { BDI } from '../../_i18n/bdi.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { ListPages, ListSearch, NothingFound } from '../../_ui/list-search.tsx';
import { Shelves } from '../../_ui/shelves.tsx';
import { type PlainColumn, PlainTable } from '../../_ui/table/plain-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.list'))('title') };
}

const PATH = '/live';
const SHELVES = ['all', 'running', 'over'] as const;
type Props = { searchParams: Promise<{ q?: string; page?: string; of?: string }> };

async function SessionsPage({ searchParams }: Props) {
  const viewer = await requirePermission(PATH, 'live.open');
  const query = await searchParams;
  const asked = askedOf(query);
  const shelf = SHELVES.find((one) => one === query.of) ?? 'all';
  const of = shelf === 'all' ? undefined : shelf;
  const { rows, ...place } = await readSessions(viewer, asked, shelf);
  const t = await getTranslations('live.list');
  const columns: PlainColumn<(typeof rows)[number]>[] = [
    {
      id: 'title',
      title: t('column.title'),
      names: true,
      show: ({ id, title, host, from, over }) => (
        <>
          <Link
            href={`/live/${id}/${over ? 'report' : 'host'}`}
            prefetch={false}
            className="font-[550] hover:text-violet-ink hover:underline"
          >
            <bdi>{title}</bdi>
          </Link>
          {(host !== null || from !== null) && (
            <span className="block text-[13px] text-ink-3">
              {from !== null ? t.rich('from', { name: from, ...BDI }) : t.rich('led', { name: host ?? '', ...BDI })}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'class',
      title: t('column.class'),
      show: ({ class: name }) =>
        name === null ? <span className="text-ink-3">{t('noClass')}</span> : <bdi>{name}</bdi>,
    },
    {
      id: 'state',
      title: t('column.state'),
      show: ({ over, code }) => (
        <Chip tone={over ? 'plain' : 'violet'}>{over ? t('over') : `● ${t('running', { code })}`}</Chip>
      ),
    },
    { id: 'opened', title: t('column.opened'), show: ({ openedAt }) => <DateTime iso={openedAt} form="dated" /> },
    {
      id: 'players',
      title: t('column.players'),
      head: 'text-end! max-sm:hidden',
      cell: 'text-end tabular-nums max-sm:hidden',
      show: ({ players }) => players,
    },
    {
      id: 'questions',
      title: t('column.questions'),
      head: 'text-end! max-sm:hidden',
      cell: 'text-end tabular-nums max-sm:hidden',
      show: ({ questions }) => questions,
    },
  ];
  return (
    <>
      <Header user={viewer} wide />
      <main id="content" className="mx-auto grid max-w-[1200px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-8 sm:px-6">
        <header className="grid gap-1">
          <Link href="/quizzes" prefetch={false} className="justify-self-start text-[14px] text-ink-2 hover:text-ink">
            <span className="along">←</span> {t('back')}
          </Link>
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
        </header>
        <Shelves label={t('shelves')} path={PATH} shelves={SHELVES} shown={shelf} nameOf={(one) => t(`shelf.${one}`)} />
        <ListSearch path={PATH} search={asked.search} place={place} more={{ of }} label={t('search')} />
        {rows.length > 0 && <PlainTable label={t('title')} columns={columns} rows={rows} idOf={({ id }) => id} />}
        {rows.length === 0 && asked.search !== '' && <NothingFound path={PATH} search={asked.search} />}
        {rows.length === 0 && asked.search === '' && (
          <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t(`none.${shelf}`)}</p>
        )}
        <ListPages path={PATH} search={asked.search} place={place} more={{ of }} />
      </main>
    </>
  );
}

export default withWords('/live', SessionsPage);
