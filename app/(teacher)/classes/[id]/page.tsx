/** The board of a class: who understood what, in one lesson at a time. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { readBoard } from '../../../../server/features/board/queries.ts';
import { countOutdated } from '../../../../server/features/regrading/queries.ts';
import { readReplies } from '../../../../server/features/remarks/reading.ts';
import { Reads } from '../../../_client/reads.tsx';
import { readGiven, readQuizToPlay, requireClass } from '../../../_data/classes.ts';
import { withWords } from '../../../_i18n/with-words.tsx';
import { BoardView } from './board-view.tsx';
import { ClassFrame } from './class-frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.board'))('title') };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ lesson?: string; student?: string; question?: string }>;
};

async function BoardPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}`, 'class.results');
  const lessons = await readGiven(id);
  const { lesson: wanted, student, question } = await searchParams;
  const lesson = lessons.find((one) => one.id === wanted) ?? lessons[0];
  const t = await getTranslations('desk.board');
  const read = lesson === undefined ? undefined : await readBoard(viewer, { classId: id, lessonId: lesson.id });
  const replies = read?.ok === true ? await readReplies(viewer, { classId: id }) : undefined;
  const board = read?.ok === true && 'students' in read.board ? read.board : undefined;
  return (
    <ClassFrame viewer={viewer} found={found} tab="board">
      {board !== undefined ? (
        <Reads>
          <p className="mx-auto mb-3 text-[14px] text-ink-2">
            {t('asHandedIn')}{' '}
            <Link
              className="text-violet-ink underline"
              href={`/classes/${id}/activities/${lesson?.activityId}`}
              prefetch={false}
            >
              {t('whatCounts')}
            </Link>
          </p>
          <BoardView
            key={`${board.lesson.id} ${student} ${question}`}
            classId={id}
            lessons={lessons}
            showNames={found.showNames}
            may={found.may}
            quiz={await readQuizToPlay(viewer, id, board.lesson.id)}
            initial={board}
            replies={replies?.ok === true ? replies.replies : []}
            outdated={await countOutdated({ classId: id, lessonId: board.lesson.id })}
            {...(student === undefined || question === undefined ? {} : { open: { student, question } })}
          />
        </Reads>
      ) : (
        <>
          <h1 dir="auto" className="font-semibold text-[22px]">
            {found.name}
          </h1>
          <p className="mt-4 rounded-2 border border-line border-dashed p-8 text-center text-ink-2">
            {found.may.manage ? (
              <Link className="text-violet-ink underline" href={`/classes/${id}/lessons`}>
                {t('noLessons')}
              </Link>
            ) : (
              t('nothingGiven')
            )}
          </p>
        </>
      )}
    </ClassFrame>
  );
}

export default withWords('/classes/[id]', BoardPage);
