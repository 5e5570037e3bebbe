/** Whom an address stands for, however it is written. */
import { describe, expect, it } from 'vitest';
import { networkKey } from './network-key.ts';

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:4711', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:80', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['[2001:0db8:0001:0002:0000::]:4711', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
  ])('written %s stands for %s', (written, key) => expect(networkKey(written)).toBe(key));

  it.each(['', 'unknown', '1.2.3', '999.1.1.1', '[::1', 'evil, ::1', '2001:db8::1::2'])(
    'is not written %j',
    (written) => expect(networkKey(written)).toBeUndefined(),
  );
});
