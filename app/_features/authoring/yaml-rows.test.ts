import { expect, it } from 'vitest';
import { withYaml, yamlValue } from '../../../domain/lesson/written/yaml-edit.ts';
import type { YamlBlock } from './use-yaml.ts';
import { rowsAt, setRows } from './yaml-rows.ts';

/** A block of a text, and what it became. */
function block(text: string): { block: YamlBlock; text(): string } {
  let now = text;
  const held: YamlBlock = {
    part: 'fences.tests',
    at: (path) =>
      path.reduce<unknown>((inside, step) => (inside as Record<string, unknown>)[step], yamlValue(now)?.value),
    set: (path, value) => {
      now = withYaml(now, path, value);
    },
    setAll: () => undefined,
    move: () => undefined,
    wrong: () => [],
    rest: () => [],
  };
  return { block: held, text: () => now };
}

const LIST = '- a # one\n- b\n- c';
const MAP = 'x: {a: 1} # one\ny: {a: 2}';

it('adds and takes away one row, and leaves the others as they were', () => {
  const list = block(LIST);
  const rows = rowsAt(list.block, []);
  setRows(list.block, [], rows, rows.toSpliced(1, 1));
  expect(list.text()).toBe('- a # one\n- c');
  const fewer = rowsAt(list.block, []);
  setRows(list.block, [], fewer, [...fewer, { step: 2, value: 'd' }]);
  expect(list.text()).toBe('- a # one\n- c\n- d');
  const map = block(MAP);
  const parts = rowsAt(map.block, []);
  setRows(map.block, [], parts, [...parts, { step: 'z', value: { a: 3 } }]);
  expect(map.text()).toBe(`${MAP}\nz: {a: 3}`);
});

it('moves rows, and brings one back to where it was', () => {
  const list = block(LIST);
  const rows = rowsAt(list.block, []);
  setRows(
    list.block,
    [],
    rows,
    [rows[2], rows[0], rows[1]].flatMap((row) => row ?? []),
  );
  expect(yamlValue(list.text())?.value).toEqual(['c', 'a', 'b']);
  const map = block(MAP);
  const parts = rowsAt(map.block, []);
  setRows(map.block, [], parts, parts.toReversed());
  expect(Object.keys(yamlValue(map.text())?.value as object)).toEqual(['y', 'x']);
});
