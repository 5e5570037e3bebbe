/** What a question is read with. */
import type { Problems } from './problems.ts';
import type { Renderer } from './render.ts';

export interface QuestionShop {
  problems: Problems;
  renderer: Renderer;
  /** misconceptions that there are, by their ids; left out: whether there are those that are named is not asked */
  known?: readonly string[] | undefined;
  /** names that the whole question draws; its tests have others */
  drawn?: readonly string[] | undefined;
}
