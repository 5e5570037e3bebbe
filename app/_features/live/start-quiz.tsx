'use client';
/** Opens a room that plays questions of a lesson (its checks, unless others are chosen), and goes to its host view. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { QuizQuestion } from '../../../domain/live/quiz-questions.ts';
import { type QuizLive, USUAL_QUIZ } from '../../../domain/quiz/settings.ts';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';
import { Menu } from '../../_ui/menu.tsx';
import { LiveFields, type LiveTyped, SELECT, Tick } from './live-fields.tsx';
import { Questions } from './quiz-questions.tsx';

interface StartQuizProps {
  lessonId: string;
  /** the classes it may be played with; empty: with anybody who has the code */
  classes: { id: string; name: string; showNames: boolean }[];
  /** in the lesson's order */
  questions: QuizQuestion[];
  /** as a quiz says that it is played; each room may be opened otherwise */
  live?: QuizLive;
}

export function StartQuiz({ lessonId, classes, questions, live = USUAL_QUIZ.live }: StartQuizProps) {
  const t = useTranslations('desk.board');
  const [classId, setClassId] = useState(classes[0]?.id ?? null);
  const [played, setPlayed] = useState<LiveTyped>(live);
  const [showNames, setShowNames] = useState(live.showNames ?? classes[0]?.showNames ?? true);
  const [chosen, setChosen] = useState(() => questions.filter((one) => one.role === 'check').map((one) => one.id));
  const { busy, error, send } = useCommand();
  /** each class says itself whether it shows names, where the quiz does not */
  const choose = (id: string): void => {
    setClassId(id);
    setShowNames(live.showNames ?? classes.find((one) => one.id === id)?.showNames ?? false);
  };
  const forRoom = questions.find((one) => one.room);
  const start = async (questionIds: readonly string[]): Promise<void> => {
    const { speed, readSeconds, streak, friendlyNames, ownValues } = played;
    const settings = { speed, readSeconds, streak, friendlyNames, ownValues, showNames };
    const opened = await send('live.open', { classId, lessonId, questionIds: [...questionIds], settings });
    if (opened !== undefined) location.assign(`/live/${opened.session}/host`);
  };
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-2 text-[14px] text-ink-2">
      {classes.length > 1 && (
        <select
          aria-label={t('quizClass')}
          value={classId ?? ''}
          onChange={(event) => choose(event.target.value)}
          className={SELECT}
        >
          {classes.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
      <Menu label={t('quizQuestions', { chosen: chosen.length, all: questions.length })} title={t('quizWhich')}>
        <Questions questions={questions} chosen={chosen} readSeconds={played.readSeconds} onChange={setChosen} />
      </Menu>
      <Menu label={t('quizSettings')} title={t('quizSettings')}>
        <LiveFields live={played} onChange={(part) => setPlayed((before) => ({ ...before, ...part }))}>
          <Tick label={t('extra.showNames')} checked={showNames} onChange={setShowNames} />
        </LiveFields>
      </Menu>
      <Button look="first" disabled={busy || chosen.length === 0} onClick={() => void start(chosen)}>
        {busy ? t('starting') : t('start')}
      </Button>
      {forRoom !== undefined && (
        <Button disabled={busy} title={t('askOneTitle')} onClick={() => void start([forRoom.id])}>
          {t.rich('askOne', { title: forRoom.title, ...BDI })}
        </Button>
      )}
      {error !== undefined && (
        <span role="alert" className="text-wrong">
          {error}
        </span>
      )}
    </span>
  );
}
