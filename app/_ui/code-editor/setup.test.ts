// @vitest-environment happy-dom
/** The editor tells what was typed in it, and nothing that was put in: that would be kept as somebody's newest words. */
import { EditorView } from '@codemirror/view';
import { afterEach, expect, it, vi } from 'vitest';
import { language as python } from './languages/python.ts';
import { createEditor } from './setup.ts';

afterEach(() => {
  document.body.replaceChildren();
});

it('lets Tab through until something is written, or selected; then it indents, until Escape', () => {
  const parent = document.createElement('div');
  document.body.append(parent);
  const editor = createEditor({
    parent,
    language: python(),
    value: 'a',
    readOnly: false,
    attributes: {},
    onChange: vi.fn(),
  });
  const content = parent.querySelector<HTMLElement>('.cm-content');
  const view = EditorView.findFromDOM(content as HTMLElement);
  const press = (key: string): boolean => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    content?.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const text = (): string | undefined => view?.state.doc.toString();
  expect([press('Tab'), text()]).toEqual([false, 'a']);
  // from another device: nobody writes here
  editor.setValue('b');
  expect([press('Tab'), text()]).toEqual([false, 'b']);
  view?.dispatch({ changes: { from: 1, insert: 'c' }, selection: { anchor: 2 }, userEvent: 'input.type' });
  expect([press('Tab'), text()]).toEqual([true, '    bc']);
  press('Escape');
  expect([press('Tab'), text()]).toEqual([false, '    bc']);
  view?.dispatch({ selection: { anchor: 0, head: 6 } });
  expect([press('Tab'), text()]).toEqual([true, '        bc']);
  editor.destroy();
});

it('tells what is typed, and is silent about a text that another device or an earlier page wrote', () => {
  const parent = document.createElement('div');
  document.body.append(parent);
  const told = vi.fn();
  const editor = createEditor({
    parent,
    language: python(),
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
