// @vitest-environment happy-dom
/** Signs that an author puts in by a key: where the caret is, in place of what is marked, and heard of as if it was typed. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import lesson from '../../../messages/en/lesson.json' with { type: 'json' };
import { MATRIX_SIGNS } from '../../_kinds/set/signs.ts';
import { SignedField } from './signed-field.tsx';

afterEach(cleanup);

const stored: unknown[] = [];
function Form({ begins }: { begins: string }) {
  const [value, setValue] = useState<unknown>(begins);
  const block = {
    part: 'fences.answer',
    at: () => value,
    set: (_path: unknown, next: unknown) => {
      stored.push(next);
      setValue(next);
    },
    move: () => undefined,
    wrong: () => [],
    rest: () => [],
    setAll: () => undefined,
  };
  return (
    <NextIntlClientProvider locale="en" messages={{ lesson }}>
      <SignedField block={block} path={['matrix']} as="formula" label="Entries" signs={MATRIX_SIGNS} />
    </NextIntlClientProvider>
  );
}

it('come where the caret is, and what is typed goes on behind them', () => {
  render(<Form begins="[1, 2]" />);
  const line = screen.getByLabelText<HTMLInputElement>('Entries');
  line.focus();
  line.setSelectionRange(5, 5);
  fireEvent.click(screen.getByRole('button', { name: 'semicolon' }));
  expect(line.value).toBe('[1, 2; ]');
  line.setSelectionRange(1, 2);
  fireEvent.click(screen.getByRole('button', { name: 'square root' }));
  expect(line.value).toBe('[√, 2; ]');
  expect([line.selectionStart, stored.at(-1), document.activeElement]).toEqual([2, '[√, 2; ]', line]);
});
