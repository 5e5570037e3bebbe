'use client';
/** A YAML block of a question as the fields of a form: values by their paths, and what is wrong with each. */
import { useMemo } from 'react';
import type { FenceRole } from '../../../domain/lesson/fence-roles.ts';
import { movedYaml, pathAt, withYaml, yamlValue } from '../../../domain/lesson/written/yaml-edit.ts';
import type { KindFormProps, PartProblem } from './form-props.ts';

export type YamlPath = readonly (string | number)[];

export interface YamlBlock {
  /** of the question: `fences.answer` */
  part: string;
  at(path: YamlPath): unknown;
  /** undefined takes it away */
  set(path: YamlPath, value: unknown): void;
  /** several at once, one after the other */
  setAll(changes: readonly (readonly [path: YamlPath, value: unknown])[]): void;
  move(list: YamlPath, from: number, to: number): void;
  /** what is wrong with a value, and with what lies within it */
  wrong(path: YamlPath): readonly PartProblem[];
  /** what is wrong with none of these */
  rest(paths: readonly YamlPath[]): readonly PartProblem[];
}

/** @returns null where the text is no YAML that a form could show: then it is edited as a text */
export function useYaml({ written, change, wrong, told }: KindFormProps, role: FenceRole): YamlBlock | null {
  const fence = written.fences[role];
  const text = fence?.text ?? '';
  return useMemo((): YamlBlock | null => {
    const read = yamlValue(text);
    if (read === null) return null;
    const part = `fences.${role}`;
    const write = (changed: string): void =>
      change({ fences: { ...written.fences, [role]: { language: fence?.language ?? 'yaml', text: changed } } });
    const problems = wrong(part).map((problem) => ({ problem, at: pathAt(text, problem.line, problem.column) }));
    const isOf = ({ problem, at }: (typeof problems)[number], path: YamlPath): boolean => {
      if (problem.code !== 'yaml.missing') return path.every((step, index) => at[index] === step);
      // what is missing is told where it should stand; within a list its key says all of that
      const [named, own] = [String(problem.params.key), path.join('.')];
      if (named === own || named.startsWith(`${own}.`)) return true;
      const around = path.slice(0, -1);
      return String(path.at(-1)) === String(problem.params.key) && around.every((step, index) => at[index] === step);
    };
    return {
      part,
      at: (path) => valueAt(read.value, path),
      set: (path, value) => write(withYaml(text, path, value)),
      setAll: (changes) => write(changes.reduce((changed, [path, value]) => withYaml(changed, path, value), text)),
      move: (list, from, to) => write(movedYaml(text, list, from, to)),
      wrong: (path) =>
        told(`${part}:${path.join('.')}`)
          ? problems.filter((one) => isOf(one, path)).map(({ problem }) => problem)
          : [],
      rest: (paths) => problems.filter((one) => !paths.some((path) => isOf(one, path))).map(({ problem }) => problem),
    };
  }, [text, role, fence, written.fences, change, wrong, told]);
}

function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((inside, step) => {
    if (typeof inside !== 'object' || inside === null) return undefined;
    return Object.getOwnPropertyDescriptor(inside, step)?.value;
  }, value);
}
