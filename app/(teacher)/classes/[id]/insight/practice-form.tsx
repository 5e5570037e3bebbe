'use client';
/** Questions that tell a misconception apart, to be given to some students as homework of their own; and back again. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { calls } from '../../../../_client/calls.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { useRead } from '../../../../_client/use-read.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';

interface PracticeFormProps {
  classId: string;
  code: string;
  /** what the quiz is called */
  title: string;
  students: readonly string[];
}

export function PracticeForm({ classId, code, title, students }: PracticeFormProps) {
  const t = useTranslations('desk.insight');
  const asked = { classId, code };
  const { seen } = useRead(['practice for', asked], () => calls.insight.practiceFor.mutate(asked));
  const { busy, error, send } = useCommand();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [given, setGiven] = useState<{ activityId: string; count: number }>();
  const [undone, setUndone] = useState(false);
  const questions = seen?.questions ?? [];
  const ticked = questions.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const tick = (id: string, on: boolean): void =>
    setLeft(new Set(on ? [...left].filter((one) => one !== id) : [...left, id]));
  const give = async (): Promise<void> => {
    const wanted = { classId, title, questions: ticked, students: [...students] };
    const done = await send('insight.practice', wanted);
    if (done !== undefined) setGiven({ activityId: done.activityId, count: students.length });
    setUndone(false);
  };
  const takeBack = async (): Promise<void> => {
    if (given === undefined) return;
    const done = await send('activities.takeBack', { classId, activityId: given.activityId, withdrawn: true });
    if (done !== undefined) setGiven(undefined);
    setUndone(done !== undefined);
  };
  return (
    <section aria-label={t('practice')} className="my-4 grid gap-3 rounded-2 border border-line bg-sheet px-4 py-3">
      <h3 className="font-semibold text-[15px]">{t('practice')}</h3>
      {seen !== undefined && questions.length === 0 && <p className="text-[14px] text-ink-2">{t('noQuestions')}</p>}
      <ul className="grid gap-1 text-[14px]">
        {questions.map(({ id, title: name, course, lesson }) => (
          <li key={id}>
            <label className="flex min-h-8 items-center gap-2.5">
              <input
                type="checkbox"
                checked={!left.has(id)}
                disabled={given !== undefined}
                onChange={({ target }) => tick(id, target.checked)}
                className="size-4 shrink-0 accent-violet"
              />
              <span>
                <bdi>{name}</bdi>
                {(lesson ?? course) !== null && (
                  <span className="text-[13px] text-ink-3">
                    {' · '}
                    <bdi>{lesson ?? course}</bdi>
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {error !== undefined && (
        <p role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
      <div role="status" className="flex flex-wrap items-center gap-3 text-[14px]">
        {given === undefined ? (
          <>
            {undone && <span>{t('takenBack')}</span>}
            {questions.length > 0 && (
              <Button
                look="first"
                idle={busy || ticked.length === 0 || students.length === 0}
                onClick={() => void give()}
              >
                {t('give', { questions: ticked.length, students: students.length })}
              </Button>
            )}
          </>
        ) : (
          <>
            <span>✓ {t('given', { students: given.count })}</span>
            <Button size="small" idle={busy} onClick={() => void takeBack()}>
              {t('undo')}
            </Button>
            <ButtonLink
              size="small"
              look="quiet"
              href={`/classes/${classId}/activities/${given.activityId}`}
              prefetch={false}
            >
              {t('results')}
            </ButtonLink>
          </>
        )}
      </div>
    </section>
  );
}
