// @vitest-environment happy-dom
/** From student to student by a key, which is left alone where somebody types. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it, vi } from 'vitest';
import { messages } from '../../../../messages/en.ts';
import { NextStudent } from './next-student.tsx';

afterEach(cleanup);

const [onPrevious, onNext] = [vi.fn(), vi.fn()];

function show(withNext = true) {
  onPrevious.mockClear();
  onNext.mockClear();
  return render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <NextStudent studentName="Ada" at={2} of={3} onPrevious={onPrevious} onNext={withNext ? onNext : undefined} />
      <textarea aria-label="typed in" />
    </NextIntlClientProvider>,
  );
}

it('goes by J and K, and by its buttons', () => {
  show();
  fireEvent.keyDown(document.body, { key: 'j' });
  fireEvent.keyDown(document.body, { key: 'J' });
  fireEvent.keyDown(document.body, { key: 'k' });
  fireEvent.click(screen.getByRole('button', { name: /^Next student/ }));
  expect([onNext.mock.calls.length, onPrevious.mock.calls.length]).toEqual([3, 1]);
  expect(screen.getByText('2 of 3')).toBeTruthy();
});

it('takes no key from somebody who types, nor one that means something else, and goes nowhere at the end', () => {
  const { unmount } = show();
  fireEvent.keyDown(screen.getByLabelText('typed in'), { key: 'j' });
  for (const held of ['ctrlKey', 'metaKey', 'altKey']) fireEvent.keyDown(document.body, { key: 'j', [held]: true });
  expect(onNext).not.toHaveBeenCalled();
  unmount();
  fireEvent.keyDown(document.body, { key: 'j' });
  expect(onNext).not.toHaveBeenCalled();
  show(false);
  fireEvent.keyDown(document.body, { key: 'j' });
  fireEvent.click(screen.getByRole('button', { name: /^Next student/ }));
  expect(onNext).not.toHaveBeenCalled();
});
