// @vitest-environment happy-dom
/** Which questions a quiz asks: each with its kind, its time and a look at it; and how long all of them take. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { QuizQuestion } from '../../../domain/live/quiz-questions.ts';
import common from '../../../messages/en/common.json' with { type: 'json' };
import desk from '../../../messages/en/desk.json' with { type: 'json' };
import { Questions } from './quiz-questions.tsx';

afterEach(cleanup);

const QUESTIONS: QuizQuestion[] = [
  {
    id: 'a',
    kind: 'choice',
    role: 'check',
    title: 'Which way?',
    seconds: 30,
    promptHtml: '<p>Uphill?</p>',
    room: true,
  },
  { id: 'b', kind: 'maths', role: 'exercise', title: 'By hand', seconds: 85, promptHtml: '<p>Differentiate.</p>' },
];

function Chooser() {
  const [chosen, setChosen] = useState(['a']);
  return <Questions questions={QUESTIONS} chosen={chosen} readSeconds={10} onChange={setChosen} />;
}

it('tells kind and time of each, shows one when asked, and how long the chosen ones take', () => {
  const { container } = render(
    <NextIntlClientProvider locale="en" messages={{ common, desk }}>
      <Chooser />
    </NextIntlClientProvider>,
  );
  expect(container.textContent).toMatch(/Which way\?.*For the room.*choice, 30 s.*By hand.*maths, 85 s/i);
  const time = screen.getByRole('status');
  expect(time.textContent).toMatch(/1 min/);
  fireEvent.click(screen.getByRole('checkbox', { name: 'By hand' }));
  // 40 and 95 seconds: with the time to read
  expect(time.textContent).toMatch(/3 min/);
  expect(screen.queryByText('Uphill?')).toBeNull();
  const look = screen.getByRole('button', { name: /Which way\?/ });
  fireEvent.click(look);
  expect([screen.queryByText('Uphill?') !== null, look.getAttribute('aria-expanded')]).toEqual([true, 'true']);
  fireEvent.click(look);
  expect(screen.queryByText('Uphill?')).toBeNull();
});
