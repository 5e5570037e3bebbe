/** Why a text is no set: thrown where it is taken apart, told to whoever typed it. */

/** Why a text is no set; the words are in feedback.json, by `set.<code>`. */
export type SetProblem = {
  code:
    | 'Empty'
    | 'Long'
    | 'Unclosed'
    | 'Operand'
    | 'Ends'
    | 'Commas'
    | 'Chain'
    | 'Unsolved'
    | 'Infinite'
    | 'Half'
    | 'Sides'
    | 'Values'
    | 'Rest';
  params: Record<string, string | number>;
};

export class Unfit extends Error {
  readonly problem: SetProblem;
  constructor(code: SetProblem['code'], params: Record<string, string | number> = {}) {
    super(code);
    this.problem = { code, params };
  }
}
