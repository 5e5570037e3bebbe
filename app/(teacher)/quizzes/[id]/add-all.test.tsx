// @vitest-environment happy-dom
/** All that a lesson asks is put into a quiz at once: what is not in it yet, in the lesson's order, as far as there is room. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it, vi } from 'vitest';
import desk from '../../../../messages/en/desk.json' with { type: 'json' };
import { AddAll } from './add-all.tsx';
import type { QuizItem } from './quiz-item.ts';

afterEach(cleanup);

const item = (ref: string): QuizItem => ({
  ...{ name: null, ref, version: 1, newest: 1, title: ref, kind: 'choice', promptHtml: '' },
  ...{ usualSeconds: 20, usualPoints: 1, seconds: null, points: null },
});
const items = ['one', 'two', 'three'].map(item);

function show(taken: string[], room: number) {
  const onAdd = vi.fn<(...added: QuizItem[]) => void>();
  render(
    <NextIntlClientProvider locale="en" messages={{ desk }}>
      <AddAll items={items} taken={taken} room={room} onAdd={onAdd} />
    </NextIntlClientProvider>,
  );
  const press = (name: string): void => act(() => void fireEvent.click(screen.getByRole('button', { name })));
  return { onAdd, press };
}

it('leaves out what is asked already', () => {
  const { onAdd, press } = show(['two'], 50);
  press('+ Add all 2 of this lesson');
  expect(onAdd).toHaveBeenCalledWith(items[0], items[2]);
});

it('adds as many as there is room for, and says how many there is none for', () => {
  const { onAdd, press } = show([], 2);
  expect(screen.getByText('There is no room for one of them.')).toBeTruthy();
  press('+ Add the first 2 of this lesson');
  expect(onAdd).toHaveBeenCalledWith(items[0], items[1]);
});

it('says so where nothing is left to add', () => {
  const { onAdd, press } = show(['one', 'two', 'three'], 50);
  press('✓ All of this lesson is asked here');
  expect(onAdd).not.toHaveBeenCalled();
});
