// @vitest-environment happy-dom
/** Signing in to a demo: a name that is picked is filled in, and what is typed next is its password. */
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it } from 'vitest';
import auth from '../../messages/en/auth.json' with { type: 'json' };
import refusals from '../../messages/en/refusals.json' with { type: 'json' };
import { PATIENT } from '../../tests/support/guard.ts';
import { SignInForm } from './sign-in-form.tsx';

afterEach(cleanup);

it('fills in the name of a demo account, and goes on with the password', async () => {
  render(
    <NextIntlClientProvider locale="en" messages={{ auth, refusals }}>
      <SignInForm next="/home" demo />
    </NextIntlClientProvider>,
  );
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Use ada' })));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name or e-mail' }).value).toBe('ada');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Password')), PATIENT);
});
