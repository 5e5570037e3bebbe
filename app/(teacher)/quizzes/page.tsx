/** Quizzes of one's own: looked through, opened, made. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { askedOf } from '../../../domain/list-page.ts';
import { readQuizzes } from '../../_data/quizzes.ts';
import { requirePermission } from '../../_data/viewer.ts';
import { ToFirstQuiz } from '../../_features/first-steps/to-first-quiz.tsx';
import { Header } from '../../_features/header/header.tsx';
import { BDI } from '../../_i18n/bdi.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { ListPages, ListSearch, NothingFound } from '../../_ui/list-search.tsx';
import { Shelves } from '../../_ui/shelves.tsx';
import { type PlainColumn, PlainTable } from '../../_ui/table/plain-table.tsx';
import { NewQuiz } from './new-quiz.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.ownQuizzes'))('title') };
}

const PATH = '/quizzes';
const SHELVES = ['current', 'shared', 'archived'] as const;
type Props = { searchParams: Promise<{ q?: string; page?: string; of?: string }> };

async function QuizzesPage({ searchParams }: Props) {
  const viewer = await requirePermission(PATH, 'quiz.make');
  const query = await searchParams;
  const asked = askedOf(query);
  const shelf = SHELVES.find((one) => one === query.of) ?? 'current';
  const of = shelf === 'current' ? undefined : shelf;
  const { rows, ...place } = await readQuizzes(viewer, asked, shelf);
  const t = await getTranslations('desk.ownQuizzes');
  const columns: PlainColumn<(typeof rows)[number]>[] = [
    {
      id: 'title',
      title: t('column.title'),
      names: true,
      show: ({ id, title, owner, from }) => (
        <>
          <Link href={`${PATH}/${id}`} prefetch={false} className="font-[550] hover:text-violet-ink hover:underline">
            <bdi>{title}</bdi>
          </Link>
          {(shelf === 'shared' || from !== null) && (
            <span className="block text-[13px] text-ink-3">
              {shelf === 'shared' ? <bdi>{owner}</bdi> : t.rich('cameFrom', { name: from ?? '', ...BDI })}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'questions',
      title: t('column.questions'),
      head: 'text-end!',
      cell: 'text-end tabular-nums',
      show: ({ questions }) => questions,
    },
    {
      id: 'played',
      title: t('column.played'),
      show: ({ playedAt }) => (playedAt === null ? t('never') : <DateTime iso={playedAt} form="day" />),
    },
    {
      id: 'changed',
      title: t('column.changed'),
      head: 'max-sm:hidden',
      cell: 'max-sm:hidden',
      show: ({ changedAt }) => <DateTime iso={changedAt} form="day" />,
    },
  ];
  return (
    <>
      <Header user={viewer} wide />
      <main id="content" className="mx-auto grid max-w-[1200px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-8 sm:px-6">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
          <NewQuiz />
          <ButtonLink size="small" look="quiet" href="/live" prefetch={false}>
            {t('toPlayed')}
          </ButtonLink>
        </header>
        <Shelves label={t('shelves')} path={PATH} shelves={SHELVES} shown={shelf} nameOf={(one) => t(`shelf.${one}`)} />
        <ListSearch path={PATH} search={asked.search} place={place} more={{ of }} />
        {rows.length > 0 && <PlainTable label={t('title')} columns={columns} rows={rows} idOf={({ id }) => id} />}
        {rows.length === 0 && asked.search !== '' && <NothingFound path={PATH} search={asked.search} />}
        {rows.length === 0 && asked.search === '' && (
          <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t(`none.${shelf}`)}</p>
        )}
        <ListPages path={PATH} search={asked.search} place={place} more={{ of }} />
        <ToFirstQuiz />
      </main>
    </>
  );
}

export default withWords('/quizzes', QuizzesPage);
