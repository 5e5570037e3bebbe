/** Questions of one's own, those that were shared, and the courses': looked through, opened, made. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { askedOf } from '../../../domain/list-page.ts';
import { readQuestions, shelfOf } from '../../_data/questions.ts';
import { requirePermission } from '../../_data/viewer.ts';
import { Header } from '../../_features/header/header.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { ListPages, ListSearch, NothingFound } from '../../_ui/list-search.tsx';
import { type PlainColumn, PlainTable } from '../../_ui/table/plain-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.questions'))('title') };
}

const PATH = '/questions';
const SHELVES = ['all', 'mine', 'shared', 'courses'] as const;
type Props = { searchParams: Promise<{ q?: string; page?: string; of?: string }> };

async function QuestionsPage({ searchParams }: Props) {
  const viewer = await requirePermission(PATH, 'question.make');
  const query = await searchParams;
  const asked = askedOf(query);
  const shelf = shelfOf(query.of);
  const { rows, ...place } = await readQuestions(viewer, asked, shelf);
  const t = await getTranslations('desk.questions');
  const kinds = await getTranslations('desk.board.kinds');
  const of = shelf === 'all' ? undefined : shelf;
  const columns: PlainColumn<(typeof rows)[number]>[] = [
    {
      id: 'title',
      title: t('column.title'),
      names: true,
      show: ({ id, title, kind, lessons }) => (
        <>
          <Link href={`${PATH}/${id}`} prefetch={false} className="font-[550] hover:text-violet-ink hover:underline">
            <bdi>{title}</bdi>
          </Link>
          {/* on a phone there is no room for columns of their own */}
          <span className="block text-[13px] text-ink-3 sm:hidden">
            {kinds(kind)} · {t('column.lessons')}: {lessons}
          </span>
        </>
      ),
    },
    {
      id: 'kind',
      title: t('column.kind'),
      head: 'max-sm:hidden',
      cell: 'max-sm:hidden',
      show: ({ kind }) => kinds(kind),
    },
    {
      id: 'owner',
      title: t('column.owner'),
      names: true,
      show: ({ mine, owner, course }) => (mine ? t('mine') : <bdi>{owner ?? course}</bdi>),
    },
    {
      id: 'lessons',
      title: t('column.lessons'),
      head: 'text-end! max-sm:hidden',
      cell: 'text-end tabular-nums max-sm:hidden',
      show: ({ lessons }) => lessons,
    },
    { id: 'changed', title: t('column.changed'), show: ({ changedAt }) => <DateTime iso={changedAt} form="day" /> },
  ];
  return (
    <>
      <Header user={viewer} wide />
      <main id="content" className="mx-auto grid max-w-[1200px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-8 sm:px-6">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
          <ButtonLink href={`${PATH}/import`} look="plain" prefetch={false} className="ms-auto">
            {t('import')}
          </ButtonLink>
          <ButtonLink href={`${PATH}/new`} look="first" prefetch={false}>
            {t('new')}
          </ButtonLink>
        </header>
        <nav aria-label={t('shelves')} className="flex flex-wrap gap-2 text-[14px]">
          {SHELVES.map((one) => (
            <ButtonLink
              key={one}
              size="small"
              look={one === shelf ? 'plain' : 'quiet'}
              aria-current={one === shelf ? 'page' : undefined}
              href={one === 'all' ? PATH : `${PATH}?of=${one}`}
              prefetch={false}
            >
              {t(`shelf.${one}`)}
            </ButtonLink>
          ))}
        </nav>
        <ListSearch path={PATH} search={asked.search} place={place} more={{ of }} />
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

export default withWords('/questions', QuestionsPage);
