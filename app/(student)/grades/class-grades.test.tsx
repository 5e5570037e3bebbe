// @vitest-environment happy-dom
/** One's grades: what does not count yet says from when, and "what if" takes what stands in its fields. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it } from 'vitest';
import type { OwnGrades } from '../../../domain/activities/own-grades.ts';
import { messages } from '../../../messages/en.ts';
import { ClassGrades } from './class-grades.tsx';

const BEGUN: OwnGrades = {
  ...{ id: 'c', name: '9c', timeZone: 'UTC', categories: [], gradesAs: 'percent', scale: null },
  grades: [
    {
      column: {
        ...{ id: 'a', title: 'Limits', kind: 'work', categoryId: null, weight: 1 },
        dueAt: '2035-01-05T18:00:00.000Z',
      },
      cell: {
        ...{ state: 'begun', points: 5, maxPoints: 10, counts: false, days: 0 },
        ...{ given: null, differs: false, until: null },
      },
    },
  ],
};

afterEach(cleanup);

function show(): HTMLInputElement {
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <ClassGrades of={BEGUN} />
    </NextIntlClientProvider>,
  );
  expect(screen.getByText('Nothing counts yet')).toBeTruthy();
  expect(screen.getByText(/under way · counts from/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'What if …' }));
  return screen.getByLabelText('Points of Limits, what if');
}
const total = (): string | undefined => document.querySelector('header strong')?.textContent ?? undefined;

it('counts what stands in the fields, that which does not count yet as well', () => {
  expect(show().value).toBe('5');
  expect(total()).toBe('50%');
});

it('says of more than there is that it is more, and refuses what is no number with a sentence', () => {
  const field = show();
  fireEvent.change(field, { target: { value: '12' } });
  expect(total()).toBe('120%');
  expect(screen.getByText('This is more than there is.')).toBeTruthy();
  fireEvent.change(field, { target: { value: 'abc' } });
  expect(screen.getByRole('alert').textContent).toBe('Type a number, such as 7.5.');
  expect(total()).toBe('50%');
  fireEvent.change(field, { target: { value: '' } });
  expect(screen.queryByRole('alert')).toBeNull();
  expect(total()).toBeUndefined();
});
