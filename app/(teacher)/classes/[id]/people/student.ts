/** A student as the people of a class are shown. */
export interface Student {
  id: string;
  name: string;
  /** as the school's list has it, where that is another name */
  fullName: string | null;
  /** the family name first */
  sortName: string;
  login: string;
  /** share of the usual time in live rounds and under time limits; 0: no limit */
  timeFactor: number;
  /** may not sign in any more */
  disabled: boolean;
  /** the class has made the account */
  ofClass: boolean;
  /** a password was chosen */
  ready: boolean;
}
