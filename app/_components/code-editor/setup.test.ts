// @vitest-environment happy-dom
/** The editor tells what was typed in it, and nothing that was put in: that would be kept as somebody's newest words. */
import { EditorView } from '@codemirror/view';
import { afterEach, expect, it, vi } from 'vitest';
import { createEditor } from './setup.ts';

afterEach(() => {
  document.body.replaceChildren();
});

it('tells what is typed, and is silent about a text that another device or an earlier page wrote', () => {
  const parent = document.createElement('div');
  document.body.append(parent);
  const told = vi.fn();
  const editor = createEditor({
    parent,
    language: 'python',
    value: 'a',
    readOnly: false,
    attributes: {},
    onChange: told,
  });
  editor.setValue('b');
  expect(told).not.toHaveBeenCalled();
  const content = parent.querySelector('.cm-content');
  const view = EditorView.findFromDOM(content as HTMLElement);
  expect(view?.state.doc.toString()).toBe('b');
  view?.dispatch({ changes: { from: 1, insert: 'c' }, userEvent: 'input.type' });
  expect(told).toHaveBeenCalledExactlyOnceWith('bc');
  editor.destroy();
});
