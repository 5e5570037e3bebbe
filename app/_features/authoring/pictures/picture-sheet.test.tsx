// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import authoring from '../../../../messages/en/authoring.json' with { type: 'json' };
import common from '../../../../messages/en/common.json' with { type: 'json' };
import refusals from '../../../../messages/en/refusals.json' with { type: 'json' };
import { picturesOf } from './files.ts';
import { PictureSheet } from './picture-sheet.tsx';

const ID = '0b51f0a4-6b1c-4f5e-9a56-0123456789ab';
const FILE = new File(['bytes'], 'IMG_0001.jpg', { type: 'image/jpeg' });
const onInsert = vi.fn();
let answers: ((outcome: object) => void)[];

beforeEach(() => {
  answers = [];
  URL.createObjectURL = () => 'blob:one';
  URL.revokeObjectURL = () => undefined;
  vi.stubGlobal('fetch', () => new Promise((resolve) => answers.push((outcome) => resolve(Response.json(outcome)))));
});
afterEach(() => {
  cleanup();
  onInsert.mockReset();
  vi.unstubAllGlobals();
});

function open(file?: File): void {
  render(
    <NextIntlClientProvider locale="en" messages={{ authoring, common, refusals }}>
      <PictureSheet file={file} onClose={() => undefined} onInsert={onInsert} />
    </NextIntlClientProvider>,
  );
}
const say = (words: string): boolean =>
  fireEvent.change(screen.getByLabelText('What it shows'), { target: { value: words } });
const press = (): boolean => fireEvent.click(screen.getByRole('button', { name: /Put it in/ }));
const arrive = async (outcome: object): Promise<void> => {
  await waitFor(() => expect(answers).not.toHaveLength(0));
  await act(async () => answers.shift()?.(outcome));
};
const there = { ok: true, picture: ID, width: 8, height: 6, stilled: false };

it('puts a picture in with the words that were asked for, and not with the name of its file', async () => {
  open(FILE);
  await arrive(there);
  press();
  expect(screen.getByRole('alert').textContent).toBe('Say what the picture shows.');
  expect(onInsert).not.toHaveBeenCalled();
  say('The graph of x²');
  press();
  await waitFor(() => expect(onInsert).toHaveBeenCalledExactlyOnceWith(`![The graph of x²](picture:${ID})`));
});

it('waits for a picture that is still on its way', async () => {
  open(FILE);
  say('A graph');
  press();
  expect(onInsert).not.toHaveBeenCalled();
  await arrive(there);
  await waitFor(() => expect(onInsert).toHaveBeenCalledTimes(1));
});

it('says why one is refused, and tries it again where it is pressed again', async () => {
  open(FILE);
  await arrive({ ok: false, refused: 'pictureRefused', field: 'busy' });
  await screen.findByText(authoring.picture.refused.busy);
  say('A graph');
  press();
  await arrive(there);
  await waitFor(() => expect(onInsert).toHaveBeenCalledTimes(1));
});

it('says that only the first of moving pictures is shown', async () => {
  open(FILE);
  await arrive({ ...there, stilled: true });
  await screen.findByText(authoring.picture.stilled);
});

it('takes pictures from what is pasted, but not those that lie beside a text', () => {
  const data = (types: string[], files: File[]) => ({ types, files: files as unknown as FileList });
  expect(picturesOf(data(['Files'], [FILE]))).toEqual([FILE]);
  expect(picturesOf(data(['text/html', 'Files'], [FILE]))).toEqual([FILE]);
  expect(picturesOf(data(['text/plain', 'Files'], [FILE]))).toEqual([]);
  expect(picturesOf(data(['Files'], [new File([''], 'a.pdf', { type: 'application/pdf' })]))).toEqual([]);
});
