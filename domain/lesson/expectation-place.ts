/** Where an expectation is written, and the arguments of its call. */
import type { TestArgument } from '../kinds/code/document.ts';
import type { Problems } from './problems.ts';
import type { Path, Yaml } from './yaml-block.ts';

export interface Place {
  yaml: Yaml;
  path: Path;
  arguments: readonly TestArgument[];
  problems: Problems;
}
