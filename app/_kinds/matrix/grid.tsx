'use client';
/** A matrix: a field for each entry, filled in one by one, or by a text that is typed or pasted as a whole. */
import './matrix.css';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, useId, useMemo, useState } from 'react';
import type { AnswerOf } from '../../../domain/answer.ts';
import { parseMatrix } from '../../../domain/kinds/matrix/parse.ts';
import {
  MOST,
  placeOf,
  resized,
  type Shape,
  sameShape,
  shapeIn,
  transposed,
} from '../../../domain/kinds/matrix/places.ts';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { useLate } from '../../_late/late.ts';
import { SubmitKey } from '../maths/field.tsx';
import { keysFor } from '../maths/keys/layout.ts';
import { MathsKeys } from '../maths/keys/maths-keys.tsx';
import { useMathsKeys } from '../maths/keys/use-maths-keys.ts';
import { PlainInput } from '../maths/plain-input.tsx';
import { TypesetInput } from '../maths/typeset-input.tsx';
import { useTyping } from '../maths/use-typing.ts';
import { CellMark } from './cell-mark.tsx';
import { MatrixReading } from './reading.tsx';
import { SizeButtons } from './size-buttons.tsx';
import { useSteps } from './use-steps.ts';
import { WholeText } from './whole-text.tsx';

const loadWriter = (): Promise<typeof import('../maths/mathlive.ts')> => import('../maths/mathlive.ts');
/** A cell that is written in is seen whole, also where a wide matrix scrolls. */
const NEAREST = { block: 'nearest', inline: 'nearest' } as const;
/** Where its student says how large it is. */
const AT_FIRST: Shape = { rows: 2, columns: 2 };

type Entries = AnswerOf<'matrix'>['entries'];

export function MatrixGrid(props: FieldProps<'matrix'>) {
  const { question, answer, onChange, verdict, disabled, submit, asleep = false } = props;
  const t = useTranslations('lesson.matrix');
  const maths = useTranslations('lesson.maths');
  const id = useId();
  const keys = useMathsKeys();
  const steps = useSteps(keys.fields);
  const [size, setSize] = useState(AT_FIRST);
  const [told, setTold] = useState<string | null>(null);
  const { part: writer } = useLate(keys.shown ? loadWriter : undefined);
  const layout = useMemo(
    () => writer && keysFor({ ...question, parts: [] }, (name) => writer.shownAs(name, question.variables)),
    [question, writer],
  );
  const shape = question.shape ?? (answer.entries.length > 0 ? shapeIn(answer.entries) : size);
  const entries = resized(answer.entries, shape);
  const { plain, toggle } = useTyping(
    answer,
    (asText, { entries: typed, readings }) => {
      const texts = typed.map((row, i) => row.map((text, j) => asText(text, readings?.[placeOf(i, j)])));
      if (JSON.stringify(texts) !== JSON.stringify(typed)) onChange({ kind: 'matrix', entries: texts });
    },
    question.variables,
  );
  const put = (next: Entries): void => {
    setTold(null);
    onChange(written(answer, next));
  };
  const resize = (next: Shape): void => {
    setSize(next);
    put(resized(entries, next));
  };
  /** Fills a whole text in. @param sure what may be one formula as well is left alone */
  const fill = (text: string, sure: boolean): boolean => {
    const parsed = parseMatrix(text);
    if (sure && (!parsed.ok || parsed.weak || parsed.entries.flat().length < 2)) return false;
    if (!parsed.ok) {
      setTold(t('problem', { why: parsed.why, row: parsed.row, most: MOST }));
      return false;
    }
    const turned = transposed(parsed.entries);
    const { shape: wanted } = question;
    // `(2x, 2y)` is as upright as the question has it
    const given = parsed.tuple && wanted !== null && sameShape(shapeIn(turned), wanted) ? turned : parsed.entries;
    const { rows, columns } = shapeIn(given);
    if (wanted !== null && !sameShape({ rows, columns }, wanted)) {
      setTold(t('otherShape', { rows, columns, wantedRows: wanted.rows, wantedColumns: wanted.columns }));
      return true;
    }
    setTold(t('filled', { rows, columns }));
    setSize({ rows, columns });
    onChange({ kind: 'matrix', entries: given });
    return true;
  };
  const paste = (event: ClipboardEvent): void => {
    if (disabled || !fill(event.clipboardData.getData('text/plain'), true)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3" ref={keys.fields} {...keys.handlers}>
      {question.shape === null && <SizeButtons shape={shape} onChange={resize} disabled={disabled} />}
      {/* formulas run from left to right in every language */}
      <div className="matrix-scroll" dir="ltr">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid that scrolls within another box everywhere */}
        <div
          role="group"
          aria-label={`${t('entries')}, ${t('size', { rows: shape.rows, columns: shape.columns })}`}
          className="matrix-grid"
          style={{ gridTemplateColumns: `repeat(${shape.columns}, minmax(${shape.columns > 2 ? 5.5 : 6.5}rem, 9rem))` }}
          onPasteCapture={paste}
          onKeyDownCapture={steps}
          onFocusCapture={({ target }) => target.closest('.matrix-cell')?.scrollIntoView(NEAREST)}
        >
          {entries.flatMap((row, i) =>
            row.map((text, j) => {
              const place = placeOf(i, j);
              const outcome = verdict?.tests.find((test) => test.id === place);
              const field = {
                value: text,
                onChange: (value: string) =>
                  put(entries.map((cells, r) => cells.map((cell, c) => (r === i && c === j ? value : cell)))),
                disabled,
                label: t('entry', { row: i + 1, column: j + 1 }),
                describedBy: `${id}-${place} ${id}-reading`,
                variables: question.variables,
                invalid: outcome?.passed === false,
                asleep,
                longest: 500,
              };
              return (
                <div key={place} data-field={place} className="matrix-cell">
                  {plain ? <PlainInput {...field} /> : <TypesetInput {...field} />}
                  <CellMark
                    id={`${id}-${place}`}
                    passed={verdict?.outcome === 'graded' ? outcome?.passed : undefined}
                  />
                </div>
              );
            }),
          )}
        </div>
      </div>
      <div id={`${id}-reading`} className="min-h-6 text-[13px] text-ink-2">
        {verdict?.result !== 'pass' && (
          <MatrixReading question={question} answer={answer} onChange={onChange} disabled={disabled} />
        )}
      </div>
      {!disabled && <WholeText onFill={(text) => fill(text, false)} onTyped={() => setTold(null)} />}
      <p role="status" className="text-[13px] text-ink-2 empty:hidden">
        {told}
      </p>
      {!(disabled && submit === undefined) && (
        <button
          type="button"
          onClick={() => void toggle()}
          className="-my-2 min-h-11 justify-self-start text-[12.5px] text-ink-3 underline underline-offset-2 hover:text-ink"
        >
          {maths(plain ? 'toTypeset' : 'toPlain')}
        </button>
      )}
      {layout !== undefined && !disabled && (
        <MathsKeys keys={keys} layout={layout} several={entries.flat().length > 1}>
          {submit !== undefined && <SubmitKey submit={submit} onPressed={keys.hide} />}
        </MathsKeys>
      )}
    </div>
  );
}

/** With another text an entry is asked about anew. */
function written({ entries, readings }: AnswerOf<'matrix'>, next: Entries): AnswerOf<'matrix'> {
  const textAt = (of: Entries, place: string): string | undefined => {
    const [row = 0, column = 0] = place.split('-').map(Number);
    return of[row - 1]?.[column - 1];
  };
  const kept = Object.entries(readings ?? {}).filter(([place]) => textAt(entries, place) === textAt(next, place));
  return {
    kind: 'matrix',
    entries: next,
    ...(kept.length === 0 ? {} : { readings: Object.fromEntries(kept) }),
  };
}
