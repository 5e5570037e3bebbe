/**
 * Tab goes through the page until something is written here: then it indents, and so it does to what is selected. Escape, and
 * leaving the editor, give Tab back to the page.
 */
import { indentWithTab } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView, type KeyBinding, keymap } from '@codemirror/view';

export function tabIndents(): Extension {
  let isWriting = false;
  const { run, shift } = indentWithTab;
  const indents = ({ state }: EditorView): boolean => isWriting || state.selection.ranges.some((range) => !range.empty);
  const binding: KeyBinding = {
    key: 'Tab',
    run: (view) => indents(view) && (run?.(view) ?? false),
    shift: (view) => indents(view) && (shift?.(view) ?? false),
  };
  const stop = (): boolean => {
    isWriting = false;
    return false;
  };
  return [
    keymap.of([binding]),
    EditorView.updateListener.of(({ docChanged, transactions }) => {
      if (docChanged && transactions.some((one) => one.isUserEvent('input') || one.isUserEvent('delete')))
        isWriting = true;
    }),
    EditorView.domEventHandlers({
      focus: stop,
      blur: stop,
      keydown: (event) => event.key === 'Escape' && stop(),
    }),
  ];
}
