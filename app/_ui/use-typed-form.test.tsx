// @vitest-environment happy-dom
/** Forms: what is typed stays, what is wrong is said where it is, and nothing is sent that the schema would refuse. */
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { newAccount } from '../../domain/people/input.ts';
import { suggestLogin } from '../../domain/people/names/sign-in-name.ts';
import common from '../../messages/en/common.json' with { type: 'json' };
import rareRefusals from '../../messages/en/rare-refusals.json' with { type: 'json' };
import refusals from '../../messages/en/refusals.json' with { type: 'json' };
import { PATIENT } from '../../tests/support/guard.ts';
import { Field } from './field.tsx';
import { useTypedForm } from './use-typed-form.ts';

afterEach(cleanup);

interface Asked {
  send(typed: object): Promise<void>;
  rules?: () => Promise<z.ZodType>;
  refused?: { error: string; field?: string };
}

const given = async () => newAccount;

function Account({ send, rules = given, refused }: Asked) {
  const form = useTypedForm({
    fields: ['name', 'login', 'password'],
    rules,
    beside: { token: 't' },
    follows: { login: ({ name }) => suggestLogin(name) },
    refused: refused ?? { error: undefined },
    otherwise: 'password',
    send,
  });
  return (
    <form aria-label="account" {...form.form}>
      <Field label="Name" {...form.field('name')} />
      <Field label="Login" {...form.field('login')} />
      <Field label="Password" {...form.field('password')} />
      <button type="submit" disabled={form.busy}>
        Go
      </button>
      <button type="button" onClick={() => form.clear('name', 'login')}>
        Again
      </button>
      <p>{form.typed('name')}</p>
    </form>
  );
}

const page = (asked: Asked) => (
  <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, refusals }}>
    <Account {...asked} />
  </NextIntlClientProvider>
);

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
const hand = () => act(async () => fireEvent.submit(screen.getByRole('form')));
const saidOf = (name: string) => document.getElementById(`${field(name).id}-error`)?.textContent;

it('sends what was typed, and what follows it', async () => {
  const send = vi.fn(async () => undefined);
  render(page({ send }));
  type('Name', 'Chiara Rossi');
  expect(field('Login').value).toBe('chiara.rossi');
  type('Password', 'a good password');
  await hand();
  expect(send).toHaveBeenCalledExactlyOnceWith({
    name: 'Chiara Rossi',
    login: 'chiara.rossi',
    password: 'a good password',
  });
});

it('lets a field follow until somebody types in it, and again when it is cleared', async () => {
  render(page({ send: async () => undefined }));
  type('Login', 'cr');
  type('Name', 'Chiara');
  expect(field('Login').value).toBe('cr');
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Again' })));
  expect([field('Name').value, field('Login').value]).toEqual(['', '']);
  type('Name', 'Bo');
  expect(field('Login').value).toBe('bo');
});

it('says at each field what does not fit, sends nothing, keeps all, and goes on at the first', async () => {
  const send = vi.fn(async () => undefined);
  render(page({ send }));
  type('Name', '…');
  type('Login', '-x');
  type('Password', 'short');
  await hand();
  await waitFor(() => expect(saidOf('Name')).toBe(rareRefusals.nameEmpty), PATIENT);
  expect(saidOf('Login')).toBe(rareRefusals.loginSigns);
  expect(saidOf('Password')).toBe('The password does not fit. Check it.');
  expect(field('Name').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field('Name'));
  expect([field('Name').value, field('Login').value, field('Password').value]).toEqual(['…', '-x', 'short']);
  expect(send).not.toHaveBeenCalled();
  type('Name', 'Bo');
  expect(saidOf('Name')).toBeUndefined();
  expect(saidOf('Password')).toBeDefined();
});

it('says what the server refuses at the field that it is about, or at the one for the rest', async () => {
  const send = async () => undefined;
  const { rerender } = render(page({ send }));
  rerender(page({ send, refused: { error: 'Taken.', field: 'login' } }));
  await waitFor(() => expect(saidOf('Login')).toBe('Taken.'), PATIENT);
  expect(document.activeElement).toBe(field('Login'));
  rerender(page({ send, refused: { error: 'Too often.', field: 'token' } }));
  await waitFor(() => expect(saidOf('Password')).toBe('Too often.'), PATIENT);
});

it('sends it all the same where its rules do not come: the server has them', async () => {
  const send = vi.fn(async () => undefined);
  render(page({ send, rules: () => Promise.reject(new Error('no network')) }));
  type('Name', '…');
  await hand();
  await waitFor(() => expect(send).toHaveBeenCalledOnce(), PATIENT);
});

it('keeps what was typed before its scripts came', async () => {
  const send = vi.fn(async () => undefined);
  const box = document.createElement('div');
  document.body.append(box);
  box.innerHTML = renderToString(page({ send }));
  const early = box.querySelector<HTMLInputElement>('[name="name"]');
  if (early === null) throw new Error('the field is there');
  early.value = 'Chiara';
  const root = await act(async () => hydrateRoot(box, page({ send })));
  expect(field('Name').value).toBe('Chiara');
  expect(field('Login').value).toBe('chiara');
  expect(box.querySelector('p')?.textContent).toBe('Chiara');
  act(() => root.unmount());
  box.remove();
});
