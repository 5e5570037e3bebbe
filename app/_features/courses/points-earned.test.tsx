// @vitest-environment happy-dom
/** What stands beside the cards of a lesson follows them. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it } from 'vitest';
import { messages } from '../../../messages/en.ts';
import { sayEarned } from './earned-now.ts';
import { NowMark } from './place-mark.tsx';
import { PointsEarned } from './points-earned.tsx';

afterEach(cleanup);

it('adds what was earned since to the points and to the mark of the lesson', () => {
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <PointsEarned earned={0} points={25} />
      <NowMark progress={null} points={25} />
    </NextIntlClientProvider>,
  );
  expect(screen.getByText('0 / 25 points')).toBeTruthy();
  expect(screen.queryByRole('img')).toBeNull();
  act(() => sayEarned(5));
  expect(screen.getByText('5 / 25 points')).toBeTruthy();
  expect(screen.getByRole('img', { name: '20% done' })).toBeTruthy();
  act(() => sayEarned(0));
  expect(screen.getByText('0 / 25 points')).toBeTruthy();
});
