/**
 * Whom an address stands for, in one spelling: an IPv4 address, or the /64 of an IPv6 one, which is what a household or a
 * phone is given to draw its addresses from (RFC 6177, RFC 4291 section 2.5.4).
 */
import { isIPv4, isIPv6 } from 'node:net';

const WHOLE = 8;
const NETWORK = 4;

/**
 * @param written as a socket or a proxy writes it: `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]:4711`, `::ffff:192.0.2.1`
 * @returns undefined where it is no address
 */
export function networkKey(written: string): string | undefined {
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(written)?.[1] ?? /^([\d.]+):\d+$/.exec(written)?.[1] ?? written;
  const address = bare.replace(/%.*$/, ''); // the zone of a link-local address
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return undefined;
  const groups = groupsOf(address);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff;
  if (mapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  return `${groups
    .slice(0, NETWORK)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of an IPv6 address; `new URL` has read every way to write one. */
function groupsOf(address: string): number[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const read = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const [first, last] = [read(head), read(tail)];
  return [...first, ...Array.from({ length: WHOLE - first.length - last.length }, () => 0), ...last];
}
