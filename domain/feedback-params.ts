/** What feedback is put into words with; without the schemas, which pages need not carry. */
import type { Feedback } from './results/verdict.ts';

/** What the words of a code may ask for and verdicts that were stored before they did lack. */
const LACKING: Feedback['params'] = { at: 'none', how: 'none', language: 'python', shown: 'none', value: 'nothing' };

/** The parameters by which feedback is put into words. */
export const paramsOf = ({ params }: Feedback): Feedback['params'] => ({ ...LACKING, ...params });
