/** Members of a YAML list or map as rows of a form: one that comes or goes leaves the text of the others as it was. */
import type { YamlBlock, YamlPath } from './use-yaml.ts';

/** What a row is: its step in the path, and what stands there. */
export interface YamlRow {
  step: string | number;
  value: unknown;
}

/** @returns the rows of the list or map at a path; none where something else stands there */
export function rowsAt(block: YamlBlock, path: YamlPath): YamlRow[] {
  const held = block.at(path);
  if (Array.isArray(held)) return held.map((value, step) => ({ step, value }));
  if (typeof held !== 'object' || held === null) return [];
  return Object.entries(held).map(([step, value]) => ({ step, value }));
}

/** Writes what became of the rows: added at the end, taken away, brought back, or moved. */
export function setRows(block: YamlBlock, path: YamlPath, before: readonly YamlRow[], after: readonly YamlRow[]): void {
  const [gone, ...othersGone] = before.filter((row) => !after.includes(row));
  const [come, ...othersCome] = after.filter((row) => !before.includes(row));
  const stays = before.filter((row) => after.includes(row));
  const isSame = stays.every((row, index) => after.filter((one) => before.includes(one))[index] === row);
  if (isSame && gone !== undefined && come === undefined && othersGone.length === 0)
    block.set([...path, gone.step], undefined);
  else if (isSame && come !== undefined && gone === undefined && othersCome.length === 0 && after.at(-1) === come)
    block.set([...path, come.step], come.value);
  else if (after.every(({ step }) => typeof step === 'number'))
    block.set(
      path,
      after.map(({ value }) => value),
    );
  else block.set(path, Object.fromEntries(after.map(({ step, value }) => [String(step), value])));
}
