'use client';
/** The board: head with the figures of the moment, the table, and what the wrong answers do. */
import { useTranslations } from 'next-intl';
import { useCallback, useId, useMemo, useState } from 'react';
import type { QuizQuestion } from '../../../../domain/live/quiz-questions.ts';
import { plainText } from '../../../../domain/plain-text.ts';
import type { QuizLive } from '../../../../domain/quiz/settings.ts';
import type { NewReply } from '../../../../domain/remarks/remark.ts';
import type { WholeBoard } from '../../../../domain/results/board-wire.ts';
import { StartQuiz } from '../../../_features/live/start-quiz.tsx';
import { RegradeNotice } from '../../../_features/regrading/regrade-notice.tsx';
import { Button, ButtonLink } from '../../../_ui/button.tsx';
import { Chip } from '../../../_ui/chip.tsx';
import { BoardTable } from './board-table.tsx';
import { FailedNotice } from './failed-notice.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { NewReplies } from './new-replies.tsx';
import { SaidAnswers } from './said-answers.tsx';
import { useBoard } from './use-board.ts';
import { WrongAnswers } from './wrong-answers.tsx';

/** In a class of more students than these one is looked for by name: a large one is not all in the page to be searched. */
const MANY = 30;

interface BoardViewProps {
  classId: string;
  lessons: { id: string; title: string }[];
  /** whether the quizzes of this class show names */
  showNames: boolean;
  /** what the viewer may do in this class: who assists sees */
  may: { manage: boolean; grade: boolean };
  /** what a quiz on this lesson can ask, and how it is played; where it stands, if it is one */
  quiz: { questions: QuizQuestion[]; live?: QuizLive; href?: string };
  initial: WholeBoard;
  /** what students have answered to remarks, as it came with the page */
  replies: NewReply[];
  /** answers that were graded by another wording or key than is published now */
  outdated: number;
  /** whose history is open to begin with */
  open?: { student: string; question: string };
}

export function BoardView({
  classId,
  lessons,
  showNames,
  may,
  quiz,
  initial,
  replies,
  outdated,
  open,
}: BoardViewProps) {
  const t = useTranslations('desk.board');
  const { board, connection, refresh } = useBoard(classId, initial);
  const [named, setNamed] = useState(true);
  const [question, setQuestion] = useState<string>();
  const [opened, setOpened] = useState(open);
  const [onlyFailed, setOnlyFailed] = useState(false);
  /** when what had failed was put into the queue again: the notice goes while it is graded, and may come back */
  const [triedAt, setTriedAt] = useState<string>();
  const [search, setSearch] = useState('');
  const id = useId();
  const working = board.students.filter((student) => student.cells.some((cell) => cell.state !== 'untouched')).length;
  const earned = board.students.reduce((sum, student) => sum + student.points, 0);
  const possible = board.questions.reduce((sum, { points }) => sum + points, 0) * Math.max(1, board.students.length);
  const names = useMemo(
    () =>
      new Map(board.students.map(({ id: one, name }, at) => [one, named ? name : t('anonymous', { number: at + 1 })])),
    [board.students, named, t],
  );
  const nameOf = (studentId: string): string => names.get(studentId) ?? '';
  const openCell = useCallback((student: string, of: string) => setOpened({ student, question: of }), []);
  const failures = [...board.failed.values()].reduce((sum, count) => sum + count, 0);
  const wanted = plainText(search.trim());
  const regradeAddress = `/classes/${classId}/regrade?lesson=${board.lesson.id}`;
  const wrong = <WrongAnswers classId={classId} board={board} question={question} nameOf={nameOf} />;
  // a question without a key is worth nothing
  const unscored = board.questions.find(({ id: of, points }) => of === question && points === 0);
  const failedOnly = onlyFailed && failures > 0;
  const students = board.students.filter(
    (one) => (!failedOnly || board.failed.has(one.id)) && plainText(nameOf(one.id)).includes(wanted),
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 dir="auto" className="font-semibold text-[22px]">
          {board.lesson.title}
        </h1>
        <Chip tone={connection === 'lost' ? 'wait' : 'right'}>● {t(connection === 'lost' ? 'stale' : 'updating')}</Chip>
        <span className="sm:ms-auto">
          {may.manage && quiz.questions.length > 0 && (
            <StartQuiz
              key={board.lesson.id}
              lessonId={board.lesson.id}
              classes={[{ id: classId, name: '', showNames }]}
              questions={quiz.questions}
              {...(quiz.live === undefined ? {} : { live: quiz.live })}
            />
          )}
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-[14px] text-ink-2">
        {lessons.length > 1 && (
          <span className="flex items-center gap-2">
            <label htmlFor={id}>{t('lesson')}</label>
            <select
              id={id}
              value={board.lesson.id}
              onChange={(event) => location.assign(`/classes/${classId}?lesson=${event.target.value}`)}
              className="min-h-9 rounded-[10px] border border-line bg-sheet px-2 text-ink"
            >
              {lessons.map((lesson) => (
                <option key={lesson.id} value={lesson.id}>
                  {lesson.title}
                </option>
              ))}
            </select>
          </span>
        )}
        <span>{t('working', { working, students: board.students.length })}</span>
        {possible > 0 && <span>{t('share', { share: earned / possible })}</span>}
        {board.students.length > MANY && (
          <span className="flex items-center gap-2">
            <label htmlFor={`${id}-find`}>{t('find')}</label>
            <input
              id={`${id}-find`}
              type="search"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              className="min-h-9 w-48 rounded-[10px] border border-line bg-sheet px-3 text-ink"
            />
          </span>
        )}
        <span className="flex flex-wrap items-center gap-2 sm:ms-auto">
          <Button size="small" onClick={() => setNamed(!named)}>
            {t(named ? 'hideNames' : 'showNames')}
          </Button>
          {may.manage && quiz.href !== undefined && (
            <ButtonLink size="small" href={quiz.href} prefetch={false}>
              {t('quizItself')}
            </ButtonLink>
          )}
          {may.manage && (
            <ButtonLink size="small" href={regradeAddress} prefetch={false}>
              {t('regrade')}
            </ButtonLink>
          )}
          <ButtonLink size="small" href={`/api/scores/${classId}`} prefetch={false}>
            {t('csv')}
          </ButtonLink>
        </span>
      </div>
      <NewReplies classId={classId} initial={replies} changedBy={opened} nameOf={nameOf} />
      {may.manage && outdated > 0 && <RegradeNotice count={outdated} href={regradeAddress} />}
      {may.manage && failures > 0 && (
        <FailedNotice
          classId={classId}
          lessonId={board.lesson.id}
          count={failures}
          only={onlyFailed}
          onOnly={setOnlyFailed}
          triedAt={triedAt}
          onTried={setTriedAt}
          onAgain={refresh}
        />
      )}
      {board.students.length === 0 ? (
        <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('noStudents')}</p>
      ) : (
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_360px]">
          {students.length === 0 && (
            <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('noneFound')}</p>
          )}
          {students.length > 0 && (
            <BoardTable
              board={board}
              students={students}
              nameOf={nameOf}
              question={question}
              onQuestion={setQuestion}
              onCell={openCell}
            />
          )}
          {unscored === undefined ? (
            wrong
          ) : (
            <SaidAnswers
              key={unscored.id}
              classId={classId}
              lessonId={board.lesson.id}
              question={unscored}
              changedBy={board.changedBy[board.questions.indexOf(unscored)] ?? ''}
              showNames={showNames && named}
              nameOf={nameOf}
            >
              {wrong}
            </SaidAnswers>
          )}
        </div>
      )}
      {opened !== undefined && (
        <HistoryDialog
          classId={classId}
          board={board}
          studentId={opened.student}
          studentName={nameOf(opened.student)}
          questionId={opened.question}
          students={students.map(({ id: one }) => one)}
          onStudent={(student) => setOpened({ ...opened, student })}
          may={may}
          onClose={() => setOpened(undefined)}
          onDecided={refresh}
        />
      )}
    </div>
  );
}
