// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useRoving } from './use-roving.ts';

function Bar() {
  const { onKeyDown, stop } = useRoving();
  return (
    <div role="toolbar" onKeyDown={onKeyDown}>
      {['B', 'I', '∑'].map((sign, place) => (
        <button key={sign} type="button" {...stop(place)}>
          {sign}
        </button>
      ))}
    </div>
  );
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const stops = (): string[] =>
  screen
    .getAllByRole('button')
    .filter((one) => one.tabIndex === 0)
    .map((one) => one.textContent ?? '');

afterEach(cleanup);

it('is one stop of the Tab key: the button that had the focus last', () => {
  render(<Bar />);
  expect(stops()).toEqual(['B']);
  fireEvent.focus(button('∑'));
  expect(stops()).toEqual(['∑']);
});

it('is gone along by arrows, round its ends, and to them by Home and End', () => {
  render(<Bar />);
  button('B').focus();
  const press = (key: string): string => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key });
    return document.activeElement?.textContent ?? '';
  };
  expect(['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End'].map(press)).toEqual([
    'I',
    '∑',
    'B',
    '∑',
    'B',
    '∑',
  ]);
});
