'use client';
/** The parts of a maths question: a field each, and how what is typed is read. */
import { useTranslations } from 'next-intl';
import { useId, useMemo, useRef } from 'react';
import type { AnswerOf } from '../../../domain/answer.ts';
import type { FieldProps, FieldSubmit } from '../../_features/lesson/card-types.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { useLate } from '../../_late/late.ts';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { FieldReading } from '../common/field-reading.tsx';
import { keysFor } from './keys/layout.ts';
import { MathsKeys } from './keys/maths-keys.tsx';
import { useMathsKeys } from './keys/use-maths-keys.ts';
import { PlainInput } from './plain-input.tsx';
import { TypesetInput } from './typeset-input.tsx';
import { useTyping } from './use-typing.ts';

const loadWriter = (): Promise<typeof import('./mathlive.ts')> => import('./mathlive.ts');

/** A field for each part of a maths question. */
export function MathsField(props: FieldProps<'maths'>) {
  const { question, answer, onChange, verdict, disabled, submit, asleep = false } = props;
  const t = useTranslations('lesson.maths');
  const id = useId();
  const keys = useMathsKeys();
  const { part: writer } = useLate(keys.shown ? loadWriter : undefined);
  const layout = useMemo(
    () => writer && keysFor(question, (name) => writer.shownAs(name, question.variables)),
    [question, writer],
  );
  const { plain, toggle } = useTyping(
    answer,
    (asText, { parts, readings }) => {
      const texts = Object.entries(parts).map(([part, text]) => [part, asText(text, readings?.[part])] as const);
      if (texts.some(([part, text]) => text !== parts[part]))
        onChange({ kind: 'maths', parts: Object.fromEntries(texts) });
    },
    question.variables,
  );
  // what was typed in several parts before the page woke up is told for each at once
  const latest = useRef(answer);
  latest.current = answer;
  const write = (part: string, value: string): void => {
    latest.current = written(latest.current, part, value);
    onChange(latest.current);
  };
  return (
    <div className="-my-2" ref={keys.fields} {...keys.handlers}>
      {question.parts.map((part) => {
        const text = answer.parts[part.id] ?? '';
        const outcome = verdict?.tests.find((test) => test.id === part.id);
        const field = {
          value: text,
          onChange: (value: string) => write(part.id, value),
          disabled,
          label: t('field', { label: part.label }),
          describedBy: `${id}-${part.id}`,
          variables: question.variables,
          invalid: outcome?.passed === false,
          asleep,
        };
        return (
          <div
            key={part.id}
            data-field={part.id}
            className="grid grid-cols-[3.5rem_1fr] items-center gap-x-4 gap-y-1.5 border-line border-t py-2.5 first:border-t-0 sm:grid-cols-[4.5rem_minmax(0,19rem)_1fr]"
          >
            <Html as="span" html={part.labelHtml} className="lesson-prose" />
            {plain ? <PlainInput {...field} /> : <TypesetInput {...field} />}
            <div
              id={`${id}-${part.id}`}
              className="col-start-2 flex min-h-6 flex-wrap items-center gap-2 text-[13px] text-ink-2 sm:col-start-3"
            >
              {outcome?.passed === true && <Chip tone="right">{t('right')}</Chip>}
              {outcome?.passed === false && <Chip tone="wrong">{t('wrong')}</Chip>}
              {outcome?.passed === null && verdict?.outcome === 'graded' && <Chip tone="wait">{t('undecided')}</Chip>}
              {!(outcome?.passed === true) && (
                <FieldReading
                  text={text}
                  read={(reader, typed) => reader.readPart(question, typed)}
                  chosen={answer.readings?.[part.id]}
                  onChoose={(chosen) => onChange({ ...answer, readings: { ...answer.readings, [part.id]: chosen } })}
                  disabled={disabled}
                />
              )}
            </div>
          </div>
        );
      })}
      {/* where nothing can ever be typed there is no way of typing to choose */}
      {!(disabled && submit === undefined) && (
        <button
          type="button"
          onClick={() => void toggle()}
          className="mt-1 text-[12.5px] text-ink-3 underline underline-offset-2 hover:text-ink"
        >
          {t(plain ? 'toTypeset' : 'toPlain')}
        </button>
      )}
      {layout !== undefined && !disabled && (
        <MathsKeys keys={keys} layout={layout} several={question.parts.length > 1}>
          {submit !== undefined && <SubmitKey submit={submit} onPressed={keys.hide} />}
        </MathsKeys>
      )}
    </div>
  );
}

/** The button that hands in, on the keys: the one of the page lies behind them. */
export function SubmitKey({ submit, onPressed }: { submit: FieldSubmit; onPressed(): void }) {
  return (
    <Button
      look="first"
      className="min-h-11"
      aria-disabled={!submit.ready}
      onClick={() => {
        if (!submit.ready) return;
        onPressed();
        submit.run();
      }}
    >
      {submit.label}
    </Button>
  );
}

/** With another text a part is asked about anew. */
function written({ parts, readings }: AnswerOf<'maths'>, part: string, value: string): AnswerOf<'maths'> {
  const kept = Object.entries(readings ?? {}).filter(([id]) => id !== part || parts[id] === value);
  return {
    kind: 'maths',
    parts: { ...parts, [part]: value },
    ...(kept.length === 0 ? {} : { readings: Object.fromEntries(kept) }),
  };
}
