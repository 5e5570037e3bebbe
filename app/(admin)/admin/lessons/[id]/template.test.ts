/** What an unwritten lesson starts from must itself be a lesson, whatever its place is called. */
import { createTranslator, type Messages } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { compileLesson } from '../../../../../domain/lesson/compile.ts';
import desk from '../../../../../messages/en/desk.json' with { type: 'json' };

const messages: Messages = { desk };
const t = createTranslator({ locale: 'en', messages, namespace: 'desk.editor' });

describe('the template of a lesson', () => {
  it.each(['The chain rule', 'Sums: "all" of them', "#1 – {it's} <b>"])(
    'compiles under the title %s',
    async (title) => {
      const compiled = await compileLesson(t('template', { title: JSON.stringify(title) }), 'lesson.md');
      expect(compiled).toMatchObject({ ok: true, lesson: { title } });
    },
  );
});
