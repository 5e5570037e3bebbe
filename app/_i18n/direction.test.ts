/** Languages run the way their script runs. */
import { expect, it } from 'vitest';
import { directionOf } from './direction.ts';

it.each(['ar', 'ar-EG', 'fa', 'he', 'ur', 'ps', 'ckb', 'dv', 'yi', 'sd', 'ug', 'pa-PK', 'az-Arab', 'ku-Arab'])(
  '%s runs from right to left',
  (locale) => expect(directionOf(locale)).toBe('rtl'),
);

it.each(['en', 'en-GB', 'de', 'tr', 'ru', 'el', 'hi', 'zh-Hant', 'ja', 'th', 'pa', 'az', 'ku', 'ks-Deva', 'ha'])(
  '%s runs from left to right',
  (locale) => expect(directionOf(locale)).toBe('ltr'),
);
