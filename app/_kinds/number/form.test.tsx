// @vitest-environment happy-dom
/** The forms of a number and a text: the simple case stays as it was, and what is asked for beside it stands in the same block. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { type ComponentType, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { WrittenQuestion } from '../../../domain/lesson/written/written.ts';
import authoring from '../../../messages/en/authoring.json' with { type: 'json' };
import common from '../../../messages/en/common.json' with { type: 'json' };
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import TextForm from '../text/form.tsx';
import NumberForm from './form.tsx';

afterEach(cleanup);

let text = '';
function Shown({ form: Form, kind, before }: { form: ComponentType<KindFormProps>; kind: string; before: string }) {
  const [written, setWritten] = useState<WrittenQuestion>({
    ...{ role: 'check', kind, title: 'T', attributes: {}, prompt: 'P', items: null, hints: [], solution: null },
    ...{ explanation: 'E', definitions: '', fences: { answer: { language: 'yaml', text: before } } },
  });
  text = written.fences.answer?.text ?? '';
  return (
    <Form
      written={written}
      change={(parts) => setWritten((held) => ({ ...held, ...parts }))}
      wrong={() => []}
      told={() => true}
    />
  );
}
const show = (form: ComponentType<KindFormProps>, kind: string, before: string) =>
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ authoring, common }}>
      <Shown form={form} kind={kind} before={before} />
    </NextIntlClientProvider>,
  );
const type = (field: HTMLElement, value: string): void =>
  act(() => void fireEvent.change(field, { target: { value } }));
const press = (name: string | RegExp): void => act(() => void fireEvent.click(screen.getByRole('button', { name })));

it('a number is one value until another accepted answer is asked for, which has its share and its words', () => {
  show(NumberForm, 'number', 'value: 12 # by hand\ntolerance: 0.5');
  expect(screen.getAllByRole('textbox').map((field) => (field as HTMLInputElement).value)).toEqual(['12', '0.5', '']);
  press('+ Another accepted answer');
  const [, value] = screen.getAllByLabelText('Value');
  type(value as HTMLElement, '12');
  type(screen.getAllByLabelText('May differ by')[1] as HTMLElement, '2');
  type(screen.getByLabelText('Earns, in percent'), '50');
  type(screen.getByLabelText('What is told about accepted answer 1'), 'Nearly.');
  expect(text).toBe(
    'value: 12 # by hand\ntolerance: 0.5\nalso:\n  - {value: 12, tolerance: 2, percent: 50, words: Nearly.}',
  );
});

it('what is right may be all numbers between two, of which an end may be left out, and a value again', () => {
  show(NumberForm, 'number', 'value: 3\nunit: m');
  const between = (): HTMLElement => screen.getByLabelText('All numbers between two');
  act(() => void fireEvent.click(between()));
  type(screen.getByLabelText('Up to'), '5,5');
  act(() => void fireEvent.click(screen.getAllByLabelText('this one too')[1] as HTMLElement));
  expect(text).toBe('unit: m\nfrom: 3\nbelow: 5.5');
  act(() => void fireEvent.click(between()));
  expect(text).toBe('unit: m\nvalue: 3');
});

it('a wrong number has words', () => {
  show(NumberForm, 'number', 'value: 3');
  press('+ Wrong answer');
  type(screen.getAllByLabelText('Value')[1] as HTMLElement, '-3');
  type(screen.getByLabelText('What is told about wrong answer 1'), 'The sign.');
  expect(text).toBe('value: 3\nwrong:\n  - {value: -3, words: The sign.}');
});

it('an accepted text may earn a part, and is what it was once that is taken back', () => {
  show(TextForm, 'text', 'accept: [Paris, Pari]');
  press('What right text 2 earns, and what is told of it');
  type(screen.getByLabelText('Earns, in percent'), '50');
  expect(text).toBe('accept: [Paris, {text: Pari, percent: 50}]');
  press('What right text 2 earns, and what is told of it');
  expect(text).toBe('accept: [Paris, Pari]');
  press('What right text 2 earns, and what is told of it');
  expect(text).toBe('accept: [Paris, {text: Pari, percent: 50}]');
});
