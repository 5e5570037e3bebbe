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
      className="grid gap-4 rounded-2 border border-line bg-sheet p-5 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
      onSubmit={(event) => {
        event.preventDefault();
        void send<{ classId: string }>('createClass', { name, courseId }).then(
          (made) => made && location.assign(`/classes/${made.classId}/people`),
        );
      }}
    >
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
    </form>
  );
}
