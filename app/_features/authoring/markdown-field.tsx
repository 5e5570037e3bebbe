'use client';
/**
 * A text with maths: a plain field that a phone, a spell checker and undo know, with buttons over it for who knows no Markdown.
 * Ctrl+M opens a field for a formula, and it comes to where the caret was.
 */
import clsx from 'clsx';
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import { useLate } from '../../_late/late.ts';
import type { PartProblem } from './form-props.ts';
import { around, type Edit, formula, written } from './insert.ts';
import { MarkdownTools } from './markdown-tools.tsx';
import { areFiles, picturesOf } from './pictures/files.ts';
import { usePictures } from './pictures/use-pictures.tsx';
import { WrongWords } from './wrong-words.tsx';

interface MarkdownFieldProps {
  label: string;
  /** what it stands for is clear from where it is: the label is for screen readers */
  quiet?: boolean;
  hint?: string;
  part: string;
  value: string;
  onChange(value: string): void;
  wrong?: readonly PartProblem[];
  /** a line or two: only formulas have a button */
  short?: boolean;
  /** its gaps are answered: one is made of what is marked */
  gaps?: boolean;
  placeholder?: string;
}

const NONE: readonly PartProblem[] = [];
const loadFormula = (): Promise<typeof import('./formula-sheet.tsx')> => import('./formula-sheet.tsx');

export function MarkdownField({
  label,
  quiet = false,
  hint,
  part,
  value,
  onChange,
  wrong = NONE,
  short = false,
  gaps = false,
  placeholder,
}: MarkdownFieldProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [asksFormula, setAsksFormula] = useState(false);
  const { part: sheet } = useLate(asksFormula ? loadFormula : undefined);
  const described = [hint === undefined ? '' : `${id}-hint`, wrong.length === 0 ? '' : `${id}-wrong`].join(' ').trim();
  /** where the caret was when a sheet was opened over it */
  const marked = useRef<[number, number]>([0, 0]);

  const apply = (edit: (text: string, from: number, to: number) => Edit): void => {
    const field = area.current;
    if (field === null) return;
    field.focus();
    put(field, edit(field.value, field.selectionStart, field.selectionEnd));
  };
  /** Marks where the caret is: one goes on there once a sheet is closed. */
  const mark = (): void => {
    const field = area.current;
    if (field === null) return;
    marked.current = [field.selectionStart, field.selectionEnd];
    field.focus();
  };
  const openFormula = (): void => {
    mark();
    setAsksFormula(true);
  };
  const insertPicture = useCallback((markdown: string): void => {
    const field = area.current;
    // the sheet gives the focus back as it closes
    if (field !== null)
      setTimeout(() => {
        field.focus();
        put(field, written(...marked.current, markdown));
        marked.current = [field.selectionStart, field.selectionEnd];
      });
  }, []);
  const pictures = usePictures(insertPicture);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const key = event.key.toLowerCase();
    if (key === 'b') apply((...at) => around(...at, '**'));
    else if (key === 'i') apply((...at) => around(...at, '*'));
    else if (key === 'm') openFormula();
    else return;
    event.preventDefault();
  };
  const tools = (
    <MarkdownTools
      label={label}
      short={short}
      gaps={gaps}
      onApply={apply}
      onFormula={openFormula}
      onPicture={() => {
        mark();
        pictures.pick();
      }}
    />
  );
  return (
    <div data-part={part} className="grid content-start gap-1.5">
      <label htmlFor={id} className={quiet ? 'sr-only' : 'font-[550] text-[14px]'}>
        {label}
      </label>
      <div
        className={clsx(
          'rounded-[10px] border bg-sheet focus-within:border-violet focus-within:shadow-[0_0_0_3px_var(--violet-soft)]',
          wrong.length > 0 ? 'border-wrong' : 'border-line',
          short ? 'flex items-start' : 'grid grid-cols-[minmax(0,1fr)]',
        )}
      >
        {!short && tools}
        <textarea
          ref={area}
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const pasted = picturesOf(event.clipboardData);
            if (pasted.length === 0) return;
            event.preventDefault();
            mark();
            pictures.take(pasted);
          }}
          onDragOver={(event) => {
            if (areFiles(event.dataTransfer)) event.preventDefault();
          }}
          onDrop={(event) => {
            const dropped = picturesOf(event.dataTransfer);
            if (dropped.length === 0) return;
            event.preventDefault();
            mark();
            pictures.take(dropped);
          }}
          aria-invalid={wrong.length > 0}
          aria-describedby={described === '' ? undefined : described}
          placeholder={placeholder}
          rows={Math.min(20, Math.max(short ? 1 : 3, value.split('\n').length))}
          className={clsx(
            'field-sizing-content block w-full min-w-0 flex-1 bg-transparent px-3 text-[15px] leading-normal outline-none',
            short ? 'min-h-10 resize-none py-2' : 'min-h-20 resize-y py-2.5',
          )}
        />
        {/* behind a line, also for the Tab key */}
        {short && tools}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-[13px] text-ink-3">
          {hint}
        </p>
      )}
      <WrongWords id={`${id}-wrong`} problems={wrong} />
      {pictures.sheet}
      {asksFormula && sheet !== undefined && (
        <sheet.FormulaSheet
          onClose={() => setAsksFormula(false)}
          onInsert={(latex, display) => {
            const field = area.current;
            setAsksFormula(false);
            if (field === null) return;
            const edit = formula(field.value, ...marked.current, latex, display);
            // the sheet gives the focus back as it closes
            setTimeout(() => {
              field.focus();
              put(field, edit);
            });
          }}
        />
      )}
    </div>
  );
}

/** Writes as if it were typed: undo takes it back, and the field tells of its change. */
function put(field: HTMLTextAreaElement, { from, to, text, mark }: Edit): void {
  field.setSelectionRange(from, to);
  const isTyped = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (!isTyped) {
    field.setRangeText(text, from, to);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(...mark);
}
