// @vitest-environment happy-dom
/** Where a remark is typed: nothing of it is lost, and nothing goes that would be refused. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { messages } from '../../../messages/en.ts';
import { PATIENT } from '../../../tests/support/guard.ts';
import { RemarkForm } from './remark-form.tsx';

let answers: boolean[];
const sent = vi.fn(async (_: string) => answers.shift() ?? true);

function show(given: { text?: string; phrase?: string } = {}) {
  const { phrase, ...more } = given;
  return render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <RemarkForm
        label="Write a remark"
        hint="Write"
        act="Send"
        keptAs="remark:desk:s"
        busy={false}
        refused={{ error: undefined }}
        send={sent}
        tools={(insert) => (
          <button type="button" onClick={() => insert(phrase ?? '')}>
            Phrase
          </button>
        )}
        {...more}
      />
    </NextIntlClientProvider>,
  );
}
const field = (): HTMLTextAreaElement => screen.getByLabelText('Write a remark');
const type = (text: string): boolean => fireEvent.change(field(), { target: { value: text } });

beforeEach(() => {
  answers = [];
  sent.mockClear();
  sessionStorage.clear();
});
afterEach(cleanup);

it('sends by the button and by a key, and is empty then', async () => {
  show();
  const button = screen.getByRole('button', { name: 'Send' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(button);
  type('Well done.');
  expect(button.getAttribute('aria-disabled')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  await vi.waitFor(() => expect(sent.mock.calls).toEqual([['Well done.']]), PATIENT);
  await vi.waitFor(() => expect(field().value).toBe(''), PATIENT);
  type('Again.');
  fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
  await vi.waitFor(() => expect(sent.mock.calls.at(-1)).toEqual(['Again.']), PATIENT);
});

it('keeps what is typed until it was sent: over another student, and over a refusal', async () => {
  answers = [false];
  const first = show();
  type('Half a thought');
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce(), PATIENT);
  first.unmount();
  show();
  await vi.waitFor(() => expect(field().value).toBe('Half a thought'), PATIENT);
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  await vi.waitFor(() => expect(field().value).toBe(''), PATIENT);
  cleanup();
  show();
  await act(async () => undefined);
  expect(field().value).toBe('');
});

it('says that it is too long, by how much, and sends nothing of it', async () => {
  show();
  type('x'.repeat(2013));
  expect((await screen.findByRole('alert')).textContent).toBe('2,013 characters; at most 2,000 are possible.');
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
  type('   ');
  fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
  await act(async () => undefined);
  expect(sent).not.toHaveBeenCalled();
});

it('shows how it will look where that is not how it is typed', () => {
  show();
  type('Plain words.');
  expect(screen.queryByRole('region', { name: 'How it will look' })).toBeNull();
  type('**So** it is.');
  expect(screen.getByRole('region', { name: 'How it will look' }).querySelector('strong')?.textContent).toBe('So');
});

it('puts a phrase where the caret is', async () => {
  show({ phrase: 'Check the sign.' });
  type('First.Last.');
  field().setSelectionRange(6, 6);
  fireEvent.click(screen.getByRole('button', { name: 'Phrase' }));
  await vi.waitFor(() => expect(field().value).toBe('First. Check the sign.Last.'), PATIENT);
});
