'use client';
/** A code editor. Until it is loaded, and where scripts fail, its text stands in a plain field of the same size. */
import clsx from 'clsx';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Load, whenLoaded } from '../../_late/late.ts';
import { aheadOfWaking } from '../../_late/use-near.ts';
import type { Editor, EditorOptions, LineMark } from './setup.ts';

export type { LineMark } from './setup.ts';

type EditorLanguage = 'python' | 'javascript' | 'markdown';

/** Each comes by itself: who writes Python first is not sent JavaScript beside it. */
const LANGUAGES: Record<EditorLanguage, Load<{ language(): EditorOptions['language'] }>> = {
  python: () => import('./languages/python.ts'),
  javascript: () => import('./languages/javascript.ts'),
  markdown: () => import('./languages/markdown.ts'),
};

/** The last one that was asked for. */
let last: Promise<unknown> = Promise.resolve();

/** An editor for a language, and how it is read: one after the other, in the order in which somebody came near them. */
function loadEditor(language: EditorLanguage) {
  const load = () => Promise.all([import('./setup.ts'), LANGUAGES[language]()]);
  const mine = last.then(load, load);
  last = mine;
  return mine;
}

/** Where somebody has come near an editor before the page wakes up, it is on its way by then. */
export function editorAheadOfWaking(): void {
  aheadOfWaking<HTMLTextAreaElement>('textarea[data-language]', ({ dataset }) =>
    loadEditor(dataset.language === 'python' || dataset.language === 'javascript' ? dataset.language : 'markdown'),
  );
}

interface CodeEditorProps {
  language: EditorLanguage;
  value: string;
  onChange(value: string): void;
  readOnly?: boolean;
  marks?: readonly LineMark[];
  /** each new object puts the cursor there and shows it */
  goTo?: { line: number; column: number };
  /** each new object writes its text where the cursor is */
  put?: { text: string } | undefined;
  /** whether what is pasted or dropped is taken by somebody else */
  onFiles?: (data: DataTransfer) => boolean;
  label: string;
  describedBy?: string;
  /** stays the plain field for now */
  asleep?: boolean;
  className?: string;
}

const NONE: readonly LineMark[] = [];

/** A change of `value` from outside is put in without a word to `onChange`. */
export function CodeEditor({
  language,
  value,
  onChange,
  readOnly = false,
  marks = NONE,
  goTo,
  put,
  onFiles,
  label,
  describedBy,
  asleep = false,
  className,
}: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  // what the editor is made with; later changes reach it through its own calls
  const latest = useRef({ value, onChange, readOnly, label, describedBy, onFiles });
  latest.current = { value, onChange, readOnly, label, describedBy, onFiles };
  // what the plain field was last given: another text in it was typed before this page had woken up
  const given = useRef(value);
  useLayoutEffect(() => {
    given.current = value;
  }, [value]);

  useEffect(() => {
    if (asleep) return;
    let made: Editor | null = null;
    const needed = new AbortController();
    void whenLoaded(() => loadEditor(language), needed.signal).then(([{ createEditor }, coloured]) => {
      const parent = place.current;
      if (parent === null) return;
      const { readOnly: locked, label: name, describedBy: more } = latest.current;
      const typed = area.current?.value ?? given.current;
      const text = typed === given.current ? latest.current.value : typed;
      // it may come while somebody writes: they go on where they are
      const caret = document.activeElement === area.current ? area.current?.selectionStart : undefined;
      made = createEditor({
        parent,
        language: coloured.language(),
        value: text,
        readOnly: locked,
        attributes: { 'aria-label': name, ...(more === undefined ? {} : { 'aria-describedby': more }) },
        onChange: (changed) => latest.current.onChange(changed),
        onFiles: (data) => latest.current.onFiles?.(data) ?? false,
      });
      if (text !== latest.current.value) latest.current.onChange(text);
      // in the same frame: both of them would push down what is below for a moment
      const arrived = made;
      flushSync(() => setEditor(arrived));
      if (caret !== undefined) made.focus(caret);
    });
    return () => {
      needed.abort();
      made?.destroy();
      setEditor(null);
    };
  }, [language, asleep]);

  useEffect(() => editor?.setValue(value), [editor, value]);
  useEffect(() => editor?.setReadOnly(readOnly), [editor, readOnly]);
  useEffect(() => editor?.setMarks(marks), [editor, marks]);
  useEffect(() => {
    if (goTo !== undefined) editor?.goTo(goTo.line, goTo.column);
  }, [editor, goTo]);
  /** an editor that is made anew does not write it once more */
  const written = useRef<typeof put>(undefined);
  useEffect(() => {
    if (editor === null || put === undefined || written.current === put) return;
    written.current = put;
    editor.insert(put.text);
  }, [editor, put]);

  return (
    <div
      className={clsx(
        'lesson-code overflow-hidden rounded-[10px] border border-line bg-paper focus-within:border-violet focus-within:shadow-[0_0_0_3px_var(--violet-soft)]',
        className,
      )}
    >
      <div ref={place} />
      {editor === null && (
        <textarea
          ref={area}
          data-language={language}
          aria-label={label}
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          readOnly={readOnly}
          rows={value.split('\n').length}
          spellCheck={false}
          className="block w-full resize-y overflow-x-auto whitespace-pre bg-transparent py-2.5 pe-3 ps-14 leading-[1.65] outline-none"
        />
      )}
    </div>
  );
}
