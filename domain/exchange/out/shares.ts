/** Shares of full marks as Moodle knows them: a file with others is refused there. */
import type { Asked } from '../foreign.ts';
import { SHARES } from '../weights.ts';
import type { Pen } from './pen.ts';

const percent = (share: number): number => Math.round(share * 1e7) / 1e5;

/** As text: `33.33333`; what is in between becomes the next one, which is told. */
export function moodleShare(share: number, pen: Pen): string {
  if (share === 0) return '0';
  const size = Math.abs(share);
  const near = SHARES.reduce((best, one) => (Math.abs(one - size) < Math.abs(best - size) ? one : best), 1);
  // thirds are written as 33.3 % by many
  if (Math.abs(near - size) > 0.001)
    pen.change('out.share', { from: percent(share), to: percent(near * Math.sign(share)) });
  return String(percent(near * Math.sign(share)));
}

/** Of several right options each earns its share; where all of them or none counted, nothing wrong may be among them. */
export function moodleWeights(asked: Extract<Asked, { form: 'options' }>, pen: Pen): number[] {
  if (asked.poll === true || asked.options.every(({ weight }) => weight <= 0)) return [];
  if (asked.credit === 'all') pen.change('out.allOrNothing');
  return asked.options.map(({ weight }) => (asked.credit === 'all' && weight <= 0 ? -1 : weight));
}
