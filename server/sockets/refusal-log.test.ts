/** What the log may know of an address. */
import { describe, expect, it } from 'vitest';
import { networkOf } from './refusal-log.ts';

describe('the network of an address', () => {
  it.for([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3::/48'],
    ['2001:db8::1', '2001:db8::/48'],
    ['::1', '::/48'],
  ] as const)('of %s is %s', ([address, network]) => {
    expect(networkOf(address)).toBe(network);
  });
});
