/** Two texts beside each other, what differs marked; parts of the other one can be taken into one's own. Loaded when it is opened. */
import { history, historyKeymap } from '@codemirror/commands';
import { syntaxHighlighting } from '@codemirror/language';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { colours, look } from './colours.ts';
import { language } from './languages/markdown.ts';

interface MergeOptions {
  parent: HTMLElement;
  theirs: string;
  mine: string;
  labels: { theirs: string; mine: string; take: string };
  /** left out: both are only looked at */
  onChange?: ((mine: string) => void) | undefined;
  /** there is no room for two columns: one, with what was there before over what is there now */
  narrow: boolean;
}

const marks = EditorView.theme({
  '.cm-changedLine': { backgroundColor: 'color-mix(in srgb, var(--violet-soft) 55%, transparent) !important' },
  '.cm-changedText': { background: 'var(--violet-soft) !important', textDecoration: 'none', fontWeight: '600' },
  '.cm-deletedChunk': { backgroundColor: 'var(--wait-soft) !important', paddingInlineStart: '4px' },
  '.cm-deletedChunk .cm-deletedText': { background: 'color-mix(in srgb, var(--wait) 22%, transparent)' },
  '.cm-changeGutter .cm-changedLineGutter, .cm-changeGutter .cm-deletedLineGutter': { background: 'var(--violet)' },
  '.cm-collapsedLines': { background: 'var(--fill)', color: 'var(--ink-2)', padding: '4px 12px' },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: 'none' },
});

function extensions(label: string, isOpen: boolean, more: Extension): Extension {
  return [
    lineNumbers(),
    syntaxHighlighting(colours),
    look,
    marks,
    language(),
    EditorState.readOnly.of(!isOpen),
    EditorView.editable.of(isOpen),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'false', dir: 'auto' }),
    more,
  ];
}

/** @returns ends it */
export function createMerge({ parent, theirs, mine, labels, onChange, narrow }: MergeOptions): () => void {
  const listening: Extension = [
    history(),
    keymap.of(historyKeymap),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange?.(update.state.doc.toString());
    }),
  ];
  const take = (): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cm-take';
    button.textContent = narrow ? labels.take : '→';
    button.title = labels.take;
    button.setAttribute('aria-label', labels.take);
    return button;
  };
  const collapseUnchanged = { margin: 3, minSize: 8 };
  if (narrow) {
    const view = new EditorView({
      parent,
      doc: mine,
      extensions: extensions(labels.mine, onChange !== undefined, [
        listening,
        unifiedMergeView({
          original: theirs,
          collapseUnchanged,
          mergeControls: (type, action) => {
            // to keep what one has, nothing needs to be pressed
            if (type === 'accept' || onChange === undefined) return document.createElement('span');
            const button = take();
            button.addEventListener('mousedown', action);
            button.addEventListener('click', ({ detail }) => detail === 0 && action(new MouseEvent('mousedown')));
            return button;
          },
        }),
      ]),
    });
    return () => view.destroy();
  }
  const view = new MergeView({
    parent,
    a: { doc: theirs, extensions: extensions(labels.theirs, false, []) },
    b: { doc: mine, extensions: extensions(labels.mine, onChange !== undefined, listening) },
    collapseUnchanged,
    ...(onChange === undefined ? {} : { revertControls: 'a-to-b' as const, renderRevertControl: take }),
  });
  return () => view.destroy();
}
