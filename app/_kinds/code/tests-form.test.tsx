// @vitest-environment happy-dom
/** Inputs that hidden tests draw, as a form writes them: the block says the same, and what it does not show stays. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { WrittenQuestion } from '../../../domain/lesson/written/written.ts';
import authoring from '../../../messages/en/authoring.json' with { type: 'json' };
import common from '../../../messages/en/common.json' with { type: 'json' };
import type { PartProblem } from '../../_features/authoring/form-props.ts';
import { TestsForm } from './tests-form.tsx';

afterEach(cleanup);

const TESTS = `- name: Two
  call: [2]
  expect: 4
- name: Any
  hidden: true
  hint: Both?
  inputs:
    n: {from: 2, to: 9} # small
    k: n + 1
    where: [n != 5]
  call: [{n}, "{k}"]
  expect: {2n + k}`;
const QUESTION: WrittenQuestion = {
  ...{ role: 'exercise', kind: 'function', title: 'T', attributes: { entry: 'f' }, prompt: 'P', items: null },
  ...{ hints: [], solution: null, explanation: null, definitions: '' },
  fences: { tests: { language: 'yaml', text: TESTS } },
};

let text = '';
function Shown({ problems }: { problems: readonly PartProblem[] }) {
  const [written, setWritten] = useState(QUESTION);
  text = written.fences.tests?.text ?? '';
  return (
    <TestsForm
      written={written}
      change={(parts) => setWritten((before) => ({ ...before, ...parts }))}
      wrong={(part) => (part === 'fences.tests' ? problems : [])}
      told={() => true}
    />
  );
}
const show = (problems: readonly PartProblem[] = []) =>
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ authoring, common }}>
      <Shown problems={problems} />
    </NextIntlClientProvider>,
  );
const inputs = () => {
  const details = screen.getByText('Inputs that differ for each answer').closest('details');
  if (details === null) throw new Error('nothing to draw by');
  return within(details);
};
const type = (field: HTMLElement, value: string): void =>
  act(() => void fireEvent.change(field, { target: { value } }));

it('a hidden test shows what it draws, with braces as they are written; a test that is seen draws nothing', () => {
  show();
  expect(screen.getAllByText('Inputs that differ for each answer')).toHaveLength(1);
  expect(inputs().getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getAllByLabelText('Called with').map((field) => (field as HTMLInputElement).value)).toEqual([
    '2',
    '{n}, {k}',
  ]);
  expect((screen.getAllByLabelText('Must give')[1] as HTMLInputElement).value).toBe('{2n + k}');
});

it('what is changed stands in the block, and the rest of it as it was', () => {
  show();
  type(inputs().getByLabelText('To'), '20');
  expect(text).toBe(TESTS.replace('to: 9', 'to: 20'));
  act(() => void fireEvent.click(inputs().getByRole('button', { name: '+ Number' })));
  expect(text).toContain('where');
  expect(text).toMatch(/ {4}a:\n {6}from: 2\n {6}to: 9\n/);
  type(screen.getAllByLabelText('Called with')[1] as HTMLElement, '{a}, [1, {n + 1}]');
  expect(text).toContain('call: ["{a}", [1, "{n + 1}"]]');
});

it('a block that draws nothing any more is gone', () => {
  show();
  type(inputs().getByLabelText(/^Conditions/), '');
  for (const _ of [1, 2])
    act(() => void fireEvent.click(inputs().getAllByRole('button', { name: /^Remove/ })[0] as HTMLElement));
  expect(text).not.toContain('inputs');
});

it('what is wrong stands at its row', () => {
  show([{ words: 'Nothing is drawn with it.', code: 'variants.unused', params: {}, line: 9, column: 5 }]);
  const row = inputs().getAllByRole('listitem')[1];
  expect(row?.textContent).toContain('Nothing is drawn with it.');
  expect(screen.getAllByText(/Nothing is drawn with it/)).toHaveLength(1);
});
