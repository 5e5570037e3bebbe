// @vitest-environment happy-dom
/** A drawer opens by a press, and by itself for who comes by an address that ends in its name. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Drawer } from './drawer.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const load = (): Promise<string> => Promise.resolve('what was said');

async function show(news: string | null = null): Promise<void> {
  render(
    <Drawer anchor="dozen.asked" label="1 question" news={news} loading="one moment" load={load}>
      {(part) => part}
    </Drawer>,
  );
  await act(() => Promise.resolve());
}

it('stays closed until it is pressed, also where the address names its card only', async () => {
  location.hash = '#dozen';
  await show('new');
  expect(screen.getByRole('button').getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByText('what was said')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /^1 question/ }));
  await screen.findByText('what was said');
});

it('is open for who came by a link to it, whether or not anything in it is new', async () => {
  location.hash = '#dozen.asked';
  await show();
  await screen.findByText('what was said');
  expect(screen.getByRole('button').getAttribute('aria-expanded')).toBe('true');
});
