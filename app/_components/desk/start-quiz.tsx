'use client';
/** Opens a room that plays questions of a lesson (its checks, unless others are chosen), and goes to its host view. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '../button.tsx';
import { useDeskCommand } from './use-desk-command.ts';

const EXTRAS = ['streak', 'friendlyNames', 'showNames'] as const;
const READ_SECONDS = [0, 5, 10, 20];
const SELECT = 'min-h-10 rounded-[10px] border border-line bg-sheet px-2 text-ink';

interface StartQuizProps {
  lessonId: string;
  /** the classes it may be played with; empty: with anybody who has the code */
  classes: { id: string; name: string }[];
  /** in the lesson's order */
  questions: { id: string; role: 'exercise' | 'check'; title: string }[];
}

export function StartQuiz({ lessonId, classes, questions }: StartQuizProps) {
  const t = useTranslations('desk.board');
  const [classId, setClassId] = useState(classes[0]?.id ?? null);
  const [speed, setSpeed] = useState(false);
  const [readSeconds, setReadSeconds] = useState(5);
  const [extras, setExtras] = useState({ streak: false, friendlyNames: false, showNames: classes.length === 0 });
  const [chosen, setChosen] = useState(() => questions.filter((one) => one.role === 'check').map((one) => one.id));
  const { busy, error, send } = useDeskCommand();
  const id = useId();
  const start = async (): Promise<void> => {
    const opened = await send<{ session: string }>('openLive', {
      classId,
      lessonId,
      questionIds: chosen,
      settings: { speed, readSeconds, ...extras },
    });
    if (opened !== undefined) location.assign(`/live/${opened.session}/host`);
  };
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-2 text-[14px] text-ink-2">
      {classes.length > 1 && (
        <select
          aria-label={t('quizClass')}
          value={classId ?? ''}
          onChange={(event) => setClassId(event.target.value)}
          className={SELECT}
        >
          {classes.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
      <span className="flex items-center gap-2">
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
      <details className="relative">
        <summary className="flex min-h-10 cursor-pointer items-center">
          {t('quizQuestions', { chosen: chosen.length, all: questions.length })}
          <span aria-hidden className="ml-1.5 text-ink-3">
            ▾
          </span>
        </summary>
        <fieldset className="absolute z-30 mt-1 grid max-h-80 w-[min(20rem,calc(100vw-3rem))] gap-1 overflow-auto rounded-2 border border-line bg-sheet px-4 py-3 shadow-lg">
          <legend className="sr-only">{t('quizWhich')}</legend>
          {questions.map((question) => (
            <label key={question.id} className="flex min-h-10 items-center gap-2.5">
              <input
                type="checkbox"
                checked={chosen.includes(question.id)}
                onChange={({ target }) =>
                  setChosen((before) =>
                    target.checked ? [...before, question.id] : before.filter((one) => one !== question.id),
                  )
                }
                className="size-4 accent-violet"
              />
              {question.title}
            </label>
          ))}
        </fieldset>
      </details>
      <details className="relative">
        <summary className="flex min-h-10 cursor-pointer items-center">
          {t('quizExtras')}
          <span aria-hidden className="ml-1.5 text-ink-3">
            ▾
          </span>
        </summary>
        <fieldset className="absolute z-30 mt-1 grid w-[min(20rem,calc(100vw-3rem))] gap-1 rounded-2 border border-line bg-sheet px-4 py-3 shadow-lg">
          <legend className="sr-only">{t('quizExtras')}</legend>
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
        </fieldset>
      </details>
      <label className="flex min-h-10 items-center gap-2">
        <input
          type="checkbox"
          checked={speed}
          onChange={(event) => setSpeed(event.target.checked)}
          className="size-4 accent-violet"
        />
        {t('speed')}
      </label>
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
