/** Code that tries to leave its sandbox, or to forge a verdict: nothing is left behind, nothing is earned. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { escapes } from '../../data/escapes.ts';
import { languages, marker, startAll } from './shared.ts';

export function escaping(): void {
  describe.for(languages)('escapes from %s', (language) => {
    const payloads = escapes(marker)[language];
    const verdictOf = startAll(language, payloads);

    test.for(Object.keys(payloads))('%s leaves no marker and forges nothing', { timeout: 60_000 }, async (name) => {
      expect(await verdictOf(name)).toMatchObject({ outcome: 'graded', points: 0 });
      expect(existsSync(marker)).toBe(false);
    });
  });
}
