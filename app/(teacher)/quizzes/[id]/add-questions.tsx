'use client';
/** Where a quiz's questions come from: the bank, looked through, or the checks of a lesson. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { calls } from '../../../_client/calls.ts';
import { Reads } from '../../../_client/reads.tsx';
import { useRead } from '../../../_client/use-read.ts';
import { BankSearch, type FoundQuestion } from '../../../_features/bank/bank-search.tsx';
import { OfferedQuestion } from '../../../_features/bank/offered-question.tsx';
import { Button } from '../../../_ui/button.tsx';
import { SelectField } from '../../../_ui/select-field.tsx';
import { AddAll } from './add-all.tsx';
import type { QuizItem } from './quiz-item.ts';
import { SuggestForm } from './suggest-form.tsx';

interface AddQuestionsProps {
  /** what the quiz asks already */
  taken: readonly string[];
  /** how many more it may have */
  room: number;
  onAdd(...items: QuizItem[]): void;
}

export function AddQuestions(props: AddQuestionsProps) {
  return (
    <Reads>
      <Sources {...props} />
    </Reads>
  );
}

function Sources({ taken, room, onAdd }: AddQuestionsProps) {
  const t = useTranslations('desk.quizEditor');
  const [lessonId, setLessonId] = useState<string | null>(null);
  const { seen: lessons } = useRead(['checks', lessonId], () => calls.quizzes.lessons.mutate({ lessonId }), {
    keeps: true,
  });
  const ofLesson = (lessons?.items ?? []).map(
    (item): QuizItem => ({ ...item, name: null, seconds: null, points: null }),
  );
  return (
    <section
      aria-label={t('add')}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5"
    >
      <h2 className="font-semibold text-[16px]">{t('add')}</h2>
      <SelectField
        label={t('from')}
        wide
        value={lessonId ?? ''}
        options={[
          { value: '', label: t('fromBank') },
          ...(lessons?.lessons ?? []).map(({ id, title }) => ({ value: id, label: t('fromLesson', { title }) })),
        ]}
        onChange={({ target }) => setLessonId(target.value === '' ? null : target.value)}
      />
      {lessonId === null ? (
        <BankSearch
          beside={
            <details>
              <summary className="min-h-9 cursor-pointer py-1.5 text-[14px] text-violet-ink">
                {t('suggest.open')}
              </summary>
              <SuggestForm taken={taken} room={room} onFound={(rows) => onAdd(...rows.map(itemOf))} />
            </details>
          }
        >
          {(question) => <AddOne item={itemOf(question)} taken={taken} onAdd={onAdd} />}
        </BankSearch>
      ) : (
        <>
          <AddAll items={ofLesson} taken={taken} room={room} onAdd={onAdd} />
          <ul className="grid max-h-[60dvh] grid-cols-[minmax(0,1fr)] gap-1.5 overflow-y-auto empty:hidden">
            {ofLesson.map((item) => (
              <OfferedQuestion key={item.ref} title={item.title} kind={item.kind} promptHtml={item.promptHtml}>
                <AddOne item={item} taken={taken} onAdd={onAdd} />
              </OfferedQuestion>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function itemOf({ id, title, kind, version, seconds, points, promptHtml }: FoundQuestion): QuizItem {
  return {
    name: null,
    ref: id,
    version,
    newest: version,
    title,
    kind,
    promptHtml,
    usualSeconds: seconds,
    usualPoints: points,
    seconds: null,
    points: null,
  };
}

interface AddOneProps extends Pick<AddQuestionsProps, 'taken' | 'onAdd'> {
  item: QuizItem;
}

function AddOne({ item, taken, onAdd }: AddOneProps) {
  const t = useTranslations('desk.quizEditor');
  const isIn = taken.includes(item.ref);
  return (
    <Button
      size="small"
      idle={isIn}
      aria-label={t(isIn ? 'isIn' : 'addOne', { title: item.title })}
      onClick={() => onAdd(item)}
    >
      {isIn ? `✓ ${t('in')}` : `+ ${t('addShort')}`}
    </Button>
  );
}
