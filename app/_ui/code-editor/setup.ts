/** CodeMirror put together: what every editor of Nabla has. Loaded only when an editor is on the page. */
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { colours, look } from './colours.ts';
import { Echo } from './echo.ts';
import { tabIndents } from './tab.ts';

export interface EditorOptions {
  parent: HTMLElement;
  /** how its language is read and coloured */
  language: Extension;
  value: string;
  readOnly: boolean;
  /** the attributes that tell screen readers what is edited */
  attributes: Record<string, string>;
  onChange(value: string): void;
  /** @returns whether what is pasted or dropped is taken by somebody else; a drop puts the cursor there first */
  onFiles?(data: DataTransfer): boolean;
}

export interface LineMark {
  /** 1-based */
  line: number;
  column: number | null;
  text: string;
}

export interface Editor {
  /** puts another text in, when it is another */
  setValue(value: string): void;
  setReadOnly(readOnly: boolean): void;
  setMarks(marks: readonly LineMark[]): void;
  /** the cursor to a line and column (1-based), shown in the middle; past the end is the end */
  goTo(line: number, column: number): void;
  /** writes where the cursor is, in place of what is marked, as if it were typed; where it never was, at the end */
  insert(text: string): void;
  /** @param caret where somebody is writing, in characters from the beginning */
  focus(caret: number): void;
  destroy(): void;
}

/** A text that was put in, not typed: nobody is told of it, or it would be kept as what somebody wrote last. */
const fromOutside = Annotation.define<boolean>();

export function createEditor(options: EditorOptions): Editor {
  const locked = new Compartment();
  const lock = (readOnly: boolean) => [EditorState.readOnly.of(readOnly), EditorView.editable.of(!readOnly)];
  const echo = new Echo();
  const takes = (data: DataTransfer): boolean => !view.state.readOnly && (options.onFiles?.(data) ?? false);
  let hasCursor = false;
  const view = new EditorView({
    parent: options.parent,
    doc: options.value,
    extensions: [
      lineNumbers(),
      lintGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      highlightActiveLine(),
      syntaxHighlighting(colours),
      look,
      options.language,
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
      tabIndents(),
      locked.of(lock(options.readOnly)),
      // a locked editor is reached by keyboard as well: what is long must be scrolled
      EditorView.contentAttributes.of({
        ...options.attributes,
        tabindex: '0',
        autocapitalize: 'off',
        spellcheck: 'false',
      }),
      EditorView.domEventHandlers({
        paste: (event) => event.clipboardData !== null && takes(event.clipboardData),
        drop(event, editor) {
          if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return false;
          const at = editor.posAtCoords({ x: event.clientX, y: event.clientY });
          if (at !== null) editor.dispatch({ selection: { anchor: at } });
          // a file of text is put in by the editor itself
          return takes(event.dataTransfer);
        },
      }),
      EditorView.updateListener.of((update) => {
        // somebody has put the cursor somewhere, or has come to it by keys
        hasCursor ||= update.selectionSet || update.view.hasFocus;
        if (!update.docChanged || update.transactions.every((one) => one.annotation(fromOutside) === true)) return;
        const text = update.state.doc.toString();
        echo.said(text);
        options.onChange(text);
      }),
    ],
  });
  return {
    setValue(value) {
      const old = view.state.doc.toString();
      if (echo.isEcho(value)) return;
      if (value === old) return;
      const changes = { from: 0, to: old.length, insert: value };
      view.dispatch({ changes, annotations: fromOutside.of(true) });
    },
    setReadOnly: (readOnly) => view.dispatch({ effects: locked.reconfigure(lock(readOnly)) }),
    setMarks: (marks) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.flatMap((mark) => diagnostic(view.state, mark)),
        ),
      ),
    goTo(line, column) {
      const { from, to } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      const anchor = Math.min(to, from + Math.max(0, column - 1));
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
    insert(text) {
      if (!hasCursor) view.dispatch({ selection: { anchor: view.state.doc.length } });
      view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true });
      view.focus();
    },
    focus(caret) {
      view.dispatch({ selection: { anchor: Math.min(caret, view.state.doc.length) } });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

/** A mark from its column to the end of its line; none for a line that is not there. */
function diagnostic(state: EditorState, { line, column, text }: LineMark): Diagnostic[] {
  if (line < 1 || line > state.doc.lines) return [];
  const { from, to, text: content } = state.doc.line(line);
  const indent = content.length - content.trimStart().length;
  const start = column === null ? from + indent : Math.min(to, from + Math.max(0, column - 1));
  return [{ from: Math.min(start, to), to, severity: 'error', message: text }];
}
