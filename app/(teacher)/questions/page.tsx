/** Questions of one's own, those that were shared, and the courses': looked for, chosen, put into quizzes, opened, made. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { can } from '../../../domain/people/permissions.ts';
import { requireAuthor } from '../../_data/courses.ts';
import { type BankQuery, bankAskedOf, readQuestions, readUnsaved } from '../../_data/questions.ts';
import { UnsavedQuestions } from '../../_features/drafting/unsaved-questions.tsx';
import { ToFirstQuiz } from '../../_features/first-steps/to-first-quiz.tsx';
import { Header } from '../../_features/header/header.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { ListPages, ListSearch, NothingFound } from '../../_ui/list-search.tsx';
import { Filters, TagChips } from './filters.tsx';
import { addressOf, isNarrowed } from './list-address.ts';
import { QuestionList } from './question-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.questions'))('title') };
}

const PATH = '/questions';
type Props = { searchParams: Promise<BankQuery> };

async function QuestionsPage({ searchParams }: Props) {
  const viewer = await requireAuthor(PATH);
  // a student who edits a course has its bank, and none of their own
  const own = can(viewer.role, 'question.make');
  const query = await searchParams;
  const asked = bankAskedOf(query);
  const [{ rows, facets, ...place }, unsaved] = await Promise.all([readQuestions(viewer, asked), readUnsaved(viewer)]);
  const t = await getTranslations('desk.questions');
  const { search: _search, page: _page, ...chosen } = asked;
  const more = addressOf(chosen);
  const nothing = rows.length === 0;
  return (
    <>
      <Header user={viewer} wide />
      <main id="content" className="mx-auto grid max-w-[1400px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-8 sm:px-6">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
          <ButtonLink href="/misconceptions" look="quiet" prefetch={false} className="ms-auto">
            {t('misconceptions')}
          </ButtonLink>
          {own && (
            <ButtonLink href={`${PATH}/import`} look="plain" prefetch={false}>
              {t('import')}
            </ButtonLink>
          )}
          <ButtonLink href={`${PATH}/new`} look="first" prefetch={false}>
            {t('new')}
          </ButtonLink>
        </header>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-5 lg:grid-cols-[210px_minmax(0,1fr)]">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <UnsavedQuestions user={viewer.id} {...unsaved} />
            <ListSearch path={PATH} search={asked.search} place={place} more={more} label={t('search')} />
            <TagChips path={PATH} asked={asked} tags={facets.tags} />
            {/* also without a row: what was done can be undone */}
            <QuestionList rows={rows} archived={asked.archived} choosing={own} />
            {nothing && (asked.search !== '' || isNarrowed(asked)) && (
              <NothingFound path={PATH} search={asked.search} />
            )}
            {nothing && asked.search === '' && !isNarrowed(asked) && (
              <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">
                {t(asked.archived ? 'none.archived' : `none.${asked.shelf}`)}
              </p>
            )}
            <ListPages path={PATH} search={asked.search} place={place} more={more} />
            {own && <ToFirstQuiz />}
          </div>
          {/* beside the list where there is room, and after it on a phone */}
          <Filters path={PATH} asked={asked} facets={facets} own={own} />
        </div>
      </main>
    </>
  );
}

export default withWords('/questions', QuestionsPage);
