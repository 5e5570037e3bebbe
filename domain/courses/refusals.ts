/** Why something in the tree of courses is refused: the field of `treeRefused`. Their words stand with the page of the tree. */
const TREE_REFUSALS = [
  'address', // another course, level or lesson has this address
  'full', // a level has 200 lessons, or a course 200 levels
] as const;
/** With `login`: nobody signs in with this name. */
export type TreeRefusal = (typeof TREE_REFUSALS)[number] | 'login';

export function isTreeRefusal(field: string | undefined): field is (typeof TREE_REFUSALS)[number] {
  return TREE_REFUSALS.some((one) => one === field);
}
