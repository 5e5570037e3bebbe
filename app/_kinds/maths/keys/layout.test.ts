/** The keys of a question: of its own variables, of what it says, and nothing that its key alone would tell. */
import { expect, it } from 'vitest';
import { readExpression } from '../../../../domain/maths/read.ts';
import { shownAs } from '../mathlive.ts';
import { COLUMNS, keysFor, type MathsKey, type MathsLayout } from './layout.ts';

const formula = (tex: string): string => `<p><annotation encoding="application/x-tex">${tex}</annotation></p>`;
const of = (variables: string[], promptHtml = '', labelHtml = ''): MathsLayout =>
  keysFor({ variables, promptHtml, parts: [{ id: 'p', label: 'p', labelHtml, points: 1 }] }, (name) =>
    shownAs(name, variables),
  );
const all = ({ top, main }: MathsLayout): MathsKey[] => [...top, ...main].flat();
const ids = (layout: MathsLayout): string[] => all(layout).map((key) => key.id);

it('begins with the variables, beside the digits where there are two, in rows of their own where there are more', () => {
  expect(
    of(['x', 'y'])
      .main[0]?.slice(0, 2)
      .map((key) => key.id),
  ).toEqual(['variable x', 'variable y']);
  expect(of(['x', 'y']).top).toEqual([]);
  expect(of(['x', 'y', 'z']).top.map((row) => row.map((key) => key.id))).toEqual([
    ['variable x', 'variable y', 'variable z'],
  ]);
  const many = of(Array.from({ length: 16 }, (_, index) => `x_${index}`));
  expect(many.top.map((row) => row.length)).toEqual([6, 6, 4]);
});

it('has digits, operations, fraction, power, root and brackets in each question, seven keys a row, each key once', () => {
  for (const variables of [[], ['x'], ['x', 'y'], ['a', 'b', 'c']]) {
    const layout = of(variables, formula('\\tan x + |x|'));
    expect(layout.main.map((row) => row.length)).toEqual([COLUMNS, COLUMNS, COLUMNS, COLUMNS]);
    for (const row of layout.top) expect(row.length).toBeLessThanOrEqual(COLUMNS);
    expect(ids(layout)).toEqual(
      expect.arrayContaining([...'0123456789.', 'fraction', 'power', 'root', 'open', 'close']),
    );
    expect(new Set(ids(layout)).size).toBe(ids(layout).length);
  }
});

it('has a key for what the question names, in its prompt or beside a field, and for no other function', () => {
  expect(ids(of(['x'], formula('\\arctan x')))).toContain('arctan');
  expect(ids(of(['x'], '', formula('\\sinh x')))).toEqual(expect.arrayContaining(['sinh', 'cosh']));
  expect(ids(of(['x'], formula('x^2')))).not.toEqual(expect.arrayContaining(['arctan']));
  // a word of the prompt is no formula
  expect(ids(of(['x'], '<p>the \\arctan of</p>'))).not.toContain('arctan');
});

it('puts in what is read as it is meant: every variable, every function', () => {
  const variables = ['x', 'theta', 'x_1', 'lr', 'w2'];
  const layout = of(variables, formula('\\arcsin \\arccos \\arctan \\tanh \\log \\tan |x|'));
  for (const { id, act } of all(layout)) {
    if (!('insert' in act) || /^[+\-().]$|cdot|[#]@/.test(act.insert)) continue;
    const reading = readExpression(act.insert.replaceAll('#?', '{x}'), { variables });
    expect([id, reading.ok]).toEqual([id, true]);
    if (reading.ok && id.startsWith('variable ')) expect(reading.text).toBe(id.slice('variable '.length));
  }
});
