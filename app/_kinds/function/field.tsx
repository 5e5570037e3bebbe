'use client';
/** A whole function: the code editor, with errors at their lines. */
import { useTranslations } from 'next-intl';
import { useId, useMemo } from 'react';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { CodeEditor, type LineMark } from '../../_ui/code-editor/code-editor.tsx';
import { Examples } from '../code/examples.tsx';

export function FunctionField({ question, answer, onChange, verdict, ...rest }: FieldProps<'function'>) {
  const { disabled, labelledBy, asleep = false } = rest;
  const t = useTranslations('lesson.code');
  const describedBy = useId();
  const marks = useMemo<LineMark[]>(() => {
    const errors = (verdict?.tests ?? []).flatMap(({ error }) => (error && error.line !== null ? [error] : []));
    const byLine = new Map(errors.map((error) => [error.line, error]));
    return [...byLine.values()].map(({ line, column, type, message }) => ({
      line: line ?? 1,
      column,
      text: message === '' ? type : `${type}: ${message}`,
    }));
  }, [verdict]);
  return (
    <>
      {/* a phone has no Tab key; one with a mouse or a trackpad has a keyboard with it */}
      <p id={describedBy} className="mb-1.5 text-[12.5px] text-ink-3 [@media(not_(any-pointer:fine))]:hidden">
        {t('keys')}
      </p>
      <CodeEditor
        language={question.language}
        value={answer.code}
        onChange={(code) => onChange({ kind: 'function', code })}
        readOnly={disabled}
        marks={marks}
        label={t('label', { language: t(question.language) })}
        describedBy={`${labelledBy} ${describedBy}`}
        asleep={asleep}
      />
      <div className="mt-1.5 flex min-h-6 justify-end text-[12.5px] text-ink-3">
        {answer.code !== question.starter && !disabled && (
          <button
            type="button"
            className="underline underline-offset-2 hover:text-ink"
            onClick={() => onChange({ kind: 'function', code: question.starter })}
          >
            {t('reset')}
          </button>
        )}
      </div>
      <Examples question={question} />
    </>
  );
}
