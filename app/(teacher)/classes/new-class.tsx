'use client';
/** Makes a class; then straight to its people, where the join link is. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '../../_components/button.tsx';
import { useDeskCommand } from '../../_components/desk/use-desk-command.ts';
import { Field } from '../../_components/field.tsx';

export function NewClass({ courses }: { courses: { id: string; title: string }[] }) {
  const t = useTranslations('desk.classes');
  const [name, setName] = useState('');
  const [courseId, setCourseId] = useState(courses[0]?.id ?? '');
  const { busy, error, send } = useDeskCommand();
  const id = useId();
  return (
    <form
      // as wide as where it stands: a page of its own, or a step
      className="@container grid rounded-2 border border-line bg-sheet p-5"
      onSubmit={(event) => {
        event.preventDefault();
        void send<{ classId: string }>('createClass', { name, courseId }).then(
          (made) => made && location.assign(`/classes/${made.classId}/people`),
        );
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @2xl:grid-cols-[1fr_1fr_auto] @2xl:items-end">
        <Field
          label={t('name')}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={error}
        />
        <div className="grid gap-1.5">
          <label htmlFor={id} className="font-[550] text-[14px]">
            {t('course')}
          </label>
          <select
            id={id}
            value={courseId}
            onChange={(event) => setCourseId(event.target.value)}
            className="min-h-11 rounded-[10px] border border-line bg-sheet px-3"
          >
            {courses.map((course) => (
              <option key={course.id} value={course.id}>
                {course.title}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" look="first" disabled={busy || name.trim() === ''} className="min-h-11">
          {busy ? t('making') : t('make')}
        </Button>
      </div>
    </form>
  );
}
