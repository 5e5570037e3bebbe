// @vitest-environment happy-dom
/** Ctrl + Enter in a question: before any use that an editor has for it. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useShortcuts } from './use-shortcuts.ts';

const [run, submit, editor] = [vi.fn(), vi.fn(), vi.fn()];
afterEach(() => {
  cleanup();
  for (const one of [run, submit, editor]) one.mockReset();
});

function Question(given: { runs?: boolean; ready: boolean; canRun: boolean }) {
  const { canRun, runs, ready } = given;
  const onKey = useShortcuts({ ...(canRun ? { run } : {}), ...(runs === undefined ? {} : { runs }), submit, ready });
  return (
    <div onKeyDownCapture={onKey}>
      <textarea onKeyDown={editor} />
    </div>
  );
}
function Asking() {
  const onKey = useShortcuts({ submit, ready: true });
  return (
    <div onKeyDownCapture={onKey}>
      <form>
        <textarea onKeyDown={editor} />
      </form>
    </div>
  );
}

function Pad() {
  const onKey = useShortcuts({ submit, ready: true });
  return (
    <form onKeyDownCapture={onKey}>
      <textarea onKeyDown={editor} />
    </form>
  );
}

const key = (given: KeyboardEventInit): boolean =>
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter', ...given });
const done = () => [run, submit, editor].map((one) => one.mock.calls.length);

it('leaves them to a form within, which sends what is typed in it', () => {
  render(<Asking />);
  key({ ctrlKey: true });
  expect(done()).toEqual([0, 0, 1]);
});

it('does what they say where the fields themselves are a form', () => {
  render(<Pad />);
  key({ ctrlKey: true });
  expect(done()).toEqual([0, 1, 0]);
});

it.each([
  ['runs what can be run', { canRun: true, ready: true }, { ctrlKey: true }, [1, 0, 0]],
  ['with the command key as well', { canRun: true, ready: true }, { metaKey: true }, [1, 0, 0]],
  ['hands it in with Shift', { canRun: true, ready: true }, { ctrlKey: true, shiftKey: true }, [0, 1, 0]],
  ['hands in what cannot be run', { canRun: false, ready: true }, { ctrlKey: true }, [0, 1, 0]],
  ['runs a starter that cannot be handed in', { canRun: true, runs: true, ready: false }, { ctrlKey: true }, [1, 0, 0]],
  ['does nothing while it cannot act', { canRun: false, ready: false }, { ctrlKey: true }, [0, 0, 0]],
  ['does it once where the key is held', { canRun: true, ready: true }, { ctrlKey: true, repeat: true }, [0, 0, 0]],
  ['leaves Enter alone to the editor', { canRun: true, ready: true }, {}, [0, 0, 1]],
] as const)('%s', (_, question, pressed, wanted) => {
  render(<Question {...question} />);
  key(pressed);
  expect(done()).toEqual(wanted);
});
