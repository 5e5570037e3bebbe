/** Set in a browser in which the first steps were put off; they are found again from home. */
export const LATER_COOKIE = 'nabla.first-steps';
