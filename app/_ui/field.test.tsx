// @vitest-environment happy-dom
/** What a browser finds wrong with a field is said beside it in words of ours, and no bubble covers the button. */
import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it } from 'vitest';
import { SHORTEST_PASSWORD } from '../../domain/people/names/password.ts';
import auth from '../../messages/en/auth.json' with { type: 'json' };
import common from '../../messages/en/common.json' with { type: 'json' };
import { PasswordField } from './password-field.tsx';

afterEach(cleanup);

it.each([
  ['', 'valueMissing', /\w/],
  ['short', 'tooShort', new RegExp(`${SHORTEST_PASSWORD}.*5`)],
])('a password %j: %s', (typed, fault, words) => {
  render(
    <NextIntlClientProvider locale="en" messages={{ auth, common }}>
      <form>
        <PasswordField label="New password" />
      </form>
    </NextIntlClientProvider>,
  );
  const field = screen.getByLabelText<HTMLInputElement>('New password');
  expect([field.required, field.minLength]).toEqual([true, SHORTEST_PASSWORD]);
  expect(screen.getByText(new RegExp(`${SHORTEST_PASSWORD}`)).id).toBe(field.getAttribute('aria-describedby'));
  fireEvent.input(field, { target: { value: typed } });
  // as a browser does when a form is handed in with it
  Object.defineProperty(field, 'validity', { value: { [fault]: true } });
  const told = createEvent('invalid', field, { cancelable: true });
  act(() => void fireEvent(field, told));
  expect(told.defaultPrevented).toBe(true);
  const said = screen.getByRole('alert');
  expect(said.textContent).toMatch(words);
  expect(field.getAttribute('aria-describedby')).toContain(said.id);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  fireEvent.input(field, { target: { value: `${typed}x` } });
  expect(screen.queryByRole('alert')).toBeNull();
});
