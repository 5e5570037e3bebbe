/** The number under which a fault of ours stands in the log: short enough to be read out to whoever can look it up. */
import { randomInt } from 'node:crypto';

/** Without signs that are taken for each other. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight signs, such as `7K2M-9QXA`. One is given to each request, and told where something went wrong in it. */
export function faultNumber(): string {
  const signs = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
