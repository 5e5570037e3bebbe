/** What is written in words of one's own: nobody's program says what is right. */
import type { Authored } from './shop.ts';

export const authorFree = (): Authored => ({ kind: 'open', attributes: { form: 'text' }, answer: null });
