/** The cookie by which a browser is known to have been signed in before. */
import { expect, it } from 'vitest';
import { knownDevice, withAccount } from './known-device.ts';

const SECRET = 'a secret of the test, long enough';

it('knows the accounts that have signed in in a browser, and no others', () => {
  const cookie = withAccount(withAccount(undefined, 'ada', SECRET), 'deniz', SECRET);
  const device = knownDevice(cookie, 'ada', SECRET);
  expect(device).toMatch(/^[\w-]{22}$/);
  expect(knownDevice(cookie, 'deniz', SECRET)).toBe(device);
  expect(knownDevice(cookie, 'noor', SECRET)).toBeUndefined();
});

it('believes no cookie that was made up, taken apart or made under another secret', () => {
  const mine = withAccount(undefined, 'ada', SECRET);
  const other = withAccount(undefined, 'deniz', SECRET);
  const [device] = mine.split('.');
  const [, tag] = other.split('.');
  for (const cookie of [
    undefined,
    '',
    device,
    `${device}.${tag}`,
    `${mine}x`,
    `.${mine}`,
    'é'.repeat(45),
    withAccount(undefined, 'ada', 'x'.repeat(32)),
  ])
    expect(knownDevice(cookie, 'ada', SECRET), String(cookie)).toBeUndefined();
});

it('stays short on a computer that a school shares, and knows who came last', () => {
  let cookie: string | undefined;
  for (let pupil = 0; pupil < 200; pupil++) cookie = withAccount(cookie, `pupil ${pupil}`, SECRET);
  cookie = withAccount(cookie, 'pupil 199', SECRET);
  expect(cookie.length).toBeLessThan(1000);
  expect(knownDevice(cookie, 'pupil 199', SECRET)).toBeDefined();
  expect(knownDevice(cookie, 'pupil 170', SECRET)).toBeDefined();
  expect(knownDevice(cookie, 'pupil 0', SECRET)).toBeUndefined();
});
