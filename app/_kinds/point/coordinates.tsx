'use client';
/** Two coordinates as they are typed: for whoever does not drag. */
import type { AnswerOf } from '../../../domain/answer.ts';
import type { PutField } from '../../../domain/kinds/point/asked.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import { Html } from '../../_features/lesson/html.tsx';

interface CoordinatesProps {
  id: string;
  /** what is put: “Point”, “Tip” */
  what: string;
  question: QuestionViewOf<'point'>;
  /** fields of the answer, across and up */
  names: readonly [PutField, PutField];
  put: AnswerOf<'point'>['put'];
  onChange(fields: AnswerOf<'point'>['put']): void;
  invalid: boolean;
  disabled: boolean;
}

const LONGEST = 40;

export function Coordinates({ id, what, question, names, put, onChange, invalid, disabled }: CoordinatesProps) {
  const [view] = question.figure.views;
  const axes = view !== undefined && 'plane' in view ? [view.x, view.y] : [];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would stand on a line of its own
    <div role="group" aria-labelledby={`${id}-what`} className="flex items-center gap-2 text-[15px]">
      <span id={`${id}-what`} className="text-ink-2">
        {what}
      </span>
      {names.map((name, index) => (
        <span key={name} className="flex items-center gap-1.5">
          <label htmlFor={`${id}-${name}`} id={`${id}-${name}-axis`} className="font-serif">
            {axes[index]?.label === undefined ? <i>{'xy'[index]}</i> : <Html as="span" html={axes[index].label} />}
          </label>
          <input
            id={`${id}-${name}`}
            data-field={name}
            aria-labelledby={`${id}-what ${id}-${name}-axis`}
            value={put[name] ?? ''}
            onChange={({ target }) => onChange({ [name]: target.value })}
            disabled={disabled}
            inputMode="text"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={LONGEST}
            aria-invalid={invalid}
            className="min-h-11 w-20 rounded-[10px] border border-line bg-paper px-3 font-mono text-[16px] focus:border-violet aria-invalid:border-wrong"
          />
        </span>
      ))}
    </div>
  );
}
