'use client';
/** Opens a room that plays questions of a lesson (its checks, unless others are chosen), and goes to its host view. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { QuizQuestion } from '../../../domain/live/quiz-questions.ts';
import { useCommand } from '../../_client/use-command.ts';
import { Button } from '../../_ui/button.tsx';
import { Menu } from '../../_ui/menu.tsx';
import { Questions } from './quiz-questions.tsx';

const EXTRAS = ['streak', 'friendlyNames', 'showNames'] as const;
const READ_SECONDS = [0, 5, 10, 20];
const SELECT = 'min-h-10 max-w-full rounded-[10px] border border-line bg-sheet px-2 text-ink';

interface StartQuizProps {
  lessonId: string;
  /** the classes it may be played with; empty: with anybody who has the code */
  classes: { id: string; name: string; showNames: boolean }[];
  /** in the lesson's order */
  questions: QuizQuestion[];
}

export function StartQuiz({ lessonId, classes, questions }: StartQuizProps) {
  const t = useTranslations('desk.board');
  const [classId, setClassId] = useState(classes[0]?.id ?? null);
  const [speed, setSpeed] = useState(false);
  const [readSeconds, setReadSeconds] = useState(5);
  const [extras, setExtras] = useState({
    streak: false,
    friendlyNames: false,
    showNames: classes[0]?.showNames ?? true,
  });
  const [chosen, setChosen] = useState(() => questions.filter((one) => one.role === 'check').map((one) => one.id));
  const { busy, error, send } = useCommand();
  const id = useId();
  /** each class says itself whether it shows names */
  const choose = (id: string): void => {
    setClassId(id);
    setExtras((before) => ({ ...before, showNames: classes.find((one) => one.id === id)?.showNames ?? false }));
  };
  const start = async (): Promise<void> => {
    const opened = await send('live.open', {
      classId,
      lessonId,
      questionIds: chosen,
      settings: { speed, readSeconds, ...extras },
    });
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
        <Questions questions={questions} chosen={chosen} readSeconds={readSeconds} onChange={setChosen} />
      </Menu>
      <Menu label={t('quizSettings')} title={t('quizSettings')}>
        <span className="flex min-h-10 items-center justify-between gap-3">
          <label htmlFor={id}>{t('readTime')}</label>
          <select
            id={id}
            value={readSeconds}
            onChange={(event) => setReadSeconds(Number(event.target.value))}
            className={SELECT}
          >
            {READ_SECONDS.map((seconds) => (
              <option key={seconds} value={seconds}>
                {t('readSeconds', { seconds })}
              </option>
            ))}
          </select>
        </span>
        <label className="flex min-h-10 items-center gap-2.5">
          <input
            type="checkbox"
            checked={speed}
            onChange={(event) => setSpeed(event.target.checked)}
            className="size-4 accent-violet"
          />
          {t('speed')}
        </label>
        {EXTRAS.map((name) => (
          <label key={name} className="flex min-h-10 items-center gap-2.5">
            <input
              type="checkbox"
              checked={extras[name]}
              onChange={({ target }) => setExtras((before) => ({ ...before, [name]: target.checked }))}
              className="size-4 accent-violet"
            />
            {t(`extra.${name}`)}
          </label>
        ))}
      </Menu>
      <Button look="first" disabled={busy || chosen.length === 0} onClick={() => void start()}>
        {busy ? t('starting') : t('start')}
      </Button>
      {error !== undefined && (
        <span role="alert" className="text-wrong">
          {error}
        </span>
      )}
    </span>
  );
}
