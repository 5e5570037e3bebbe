// @vitest-environment happy-dom
/** A menu closes by Escape and by a click beside it, and not by one in it. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Menu } from './menu.tsx';

afterEach(cleanup);

/** What waits for its turn after a press has had it. */
const settled = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));
function click(on: string): void {
  for (const press of [fireEvent.pointerDown, fireEvent.pointerUp, fireEvent.click])
    press(screen.getByText(on), { pointerType: 'mouse' });
}
const isOpen = (): boolean => screen.queryByRole('dialog') !== null;

it.each([
  ['by Escape', () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' }), false],
  ['by a click beside it', () => click('The board'), false],
  ['not by a click in it', () => click('Speed'), true],
])('closes %s', async (_, press, stays) => {
  render(
    <>
      <p>The board</p>
      <Menu label="Quiz settings" title="Quiz settings">
        <span>Speed</span>
      </Menu>
    </>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Quiz settings' }));
  await settled();
  expect(isOpen()).toBe(true);
  press();
  await settled();
  expect(isOpen()).toBe(stays);
});
