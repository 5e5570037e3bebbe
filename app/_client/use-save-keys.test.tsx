// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useSaveKeys } from './use-save-keys.ts';

function Page({ save, sheet = false }: { save?: () => void; sheet?: boolean }) {
  useSaveKeys(save);
  return <>{sheet && <div role="dialog" aria-label="Picture" />}</>;
}

/** @returns whether the browser is kept from saving the page to a file */
function press(init: KeyboardEventInit): boolean {
  const event = new KeyboardEvent('keydown', { key: 's', bubbles: true, cancelable: true, ...init });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}

afterEach(cleanup);

it('saves by Ctrl + S, and on a Mac by the command key, and not again while the keys are held', () => {
  const save = vi.fn();
  render(<Page save={save} />);
  expect(press({ ctrlKey: true })).toBe(true);
  expect(press({ metaKey: true, key: 'S' })).toBe(true);
  expect(press({ ctrlKey: true, repeat: true })).toBe(true);
  expect(save).toHaveBeenCalledTimes(2);
});

it('leaves the letter alone, and keys that mean something else', () => {
  const save = vi.fn();
  render(<Page save={save} />);
  for (const keys of [{}, { ctrlKey: true, shiftKey: true }, { ctrlKey: true, altKey: true }])
    expect(press(keys)).toBe(false);
  expect(save).not.toHaveBeenCalled();
});

it('saves nothing behind a sheet, nor where there is nothing to save, and no file either', () => {
  const save = vi.fn();
  const { rerender } = render(<Page save={save} sheet />);
  expect(press({ ctrlKey: true })).toBe(true);
  rerender(<Page />);
  expect(press({ ctrlKey: true })).toBe(true);
  expect(save).not.toHaveBeenCalled();
});
