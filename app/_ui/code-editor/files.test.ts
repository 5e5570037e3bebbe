// @vitest-environment happy-dom
import { markdown } from '@codemirror/lang-markdown';
import { expect, it, vi } from 'vitest';
import { createEditor } from './setup.ts';

function editorWith(onFiles?: (data: DataTransfer) => boolean) {
  const parent = document.body.appendChild(document.createElement('div'));
  const onChange = vi.fn();
  const more = onFiles === undefined ? {} : { onFiles };
  createEditor({
    parent,
    language: markdown(),
    value: 'before after',
    readOnly: false,
    attributes: { 'aria-label': 'Source' },
    onChange,
    ...more,
  });
  const content = parent.querySelector('[contenteditable]') as HTMLElement;
  const paste = (): Event => {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', {
      value: { files: [], types: ['Files'], getData: () => '', items: [] },
    });
    content.dispatchEvent(event);
    return event;
  };
  return { onChange, paste };
}

it('hands what is pasted to who takes it', () => {
  const onFiles = vi.fn(() => true);
  const { paste, onChange } = editorWith(onFiles);
  expect(paste().defaultPrevented).toBe(true);
  expect(onFiles).toHaveBeenCalledTimes(1);
  expect(onChange).not.toHaveBeenCalled();
});
