// @vitest-environment happy-dom
/** The parts of a formula question that were typed before the page woke up are all told, none in place of another. */
import { act } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { QuestionViewOf } from '../../../domain/question.ts';
import lesson from '../../../messages/en/lesson.json' with { type: 'json' };
import maths from '../../../messages/en/maths.json' with { type: 'json' };
import { UNTOUCHED } from '../../_features/lesson/card-types.ts';
import { MathsField } from './field.tsx';

const part = (id: string) => ({ id, label: id, labelHtml: id, points: 1 });
const question: QuestionViewOf<'maths'> = {
  ...{ kind: 'maths', id: 'q', role: 'exercise', number: 1, title: 'T', points: 2, promptHtml: '<p>?</p>' },
  ...{ hintCount: 0, attempts: 3, solutionAfter: null, seconds: 30, costs: { attempt: 0, hint: 0 } },
  ...{ variables: ['x'], positive: [], parts: [part('dx'), part('dy'), part('dz')], functions: [] },
};

it('are told together', async () => {
  const told = vi.fn();
  const page = (
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ lesson, maths }}>
      <MathsField
        question={question}
        answer={{ kind: 'maths', parts: {} }}
        onChange={told}
        verdict={null}
        state={UNTOUCHED}
        disabled={false}
        labelledBy="q"
        asleep
      />
    </NextIntlClientProvider>
  );
  const place = document.body.appendChild(document.createElement('main'));
  place.innerHTML = renderToString(page);
  const [first, , third] = place.querySelectorAll('input');
  if (first === undefined || third === undefined) throw new Error('no fields');
  first.value = '2x';
  third.value = 'x^2';
  await act(async () => void hydrateRoot(place, page));
  expect(told.mock.lastCall).toEqual([{ kind: 'maths', parts: { dx: '2x', dz: 'x^2' } }]);
});
