/** The escape suite against our sandboxes: nothing is left behind, nothing earned, nothing told, and no neighbour notices. */
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { PROJECT } from '../../../workers/sandbox/command.ts';
import { withoutNumpy } from '../../support/numpy.ts';
import { chosen } from './payloads/chosen.ts';
import { type Payload, type Places, sourceOf } from './payloads/payload.ts';
import { baitIn, SECRET_VALUE } from './questions.ts';
import { folder, grader, languages, RIGHT, run } from './shared.ts';

const SECRETS = ['a secret of the environment', 'a secret in a file', PROJECT, String(SECRET_VALUE)];
/** A neighbour that sees nothing of it is tried with one in so many, and with all where all are tried. */
const NEIGHBOUR_ONE_IN = process.env.NABLA_ESCAPES === 'all' ? 1 : 4;
const place = path.join(folder, 'escapes');
const places = (index: number): Places => ({
  marker: path.join(place, `marker-${index}`),
  secretFile: path.join(folder, 'secret.txt'),
});

/** All that a submission can say by: to students, teachers and logs. */
const saidIn = (verdict: Verdict): string =>
  JSON.stringify(verdict.tests.map(({ got, printed, error }) => [got, printed, error]));

const attempt = (payload: Payload, index: number): Promise<Verdict> =>
  grader.grade(
    baitIn(payload.language),
    { kind: 'function', code: sourceOf(payload, places(index)) },
    { seed: payload.name, mode: 'submit' },
  );

export function escaping(): void {
  describe.for(languages)('escapes from %s', (language) => {
    const payloads = chosen(language);
    const pairs: Promise<[Verdict, Verdict | null]>[] = [];

    beforeAll(() => {
      // nothing but the sandbox keeps anybody from writing here, or from reading the secrets
      mkdirSync(place, { recursive: true });
      chmodSync(folder, 0o755);
      chmodSync(place, 0o777);
      writeFileSync(path.join(folder, 'secret.txt'), SECRETS[1] ?? '', { mode: 0o644 });
      process.env.NABLA_SECRET = SECRETS[0];
      for (const [index, payload] of payloads.entries()) {
        const pair = Promise.all([
          attempt(payload, index),
          index % NEIGHBOUR_ONE_IN === 0 ? run(language, RIGHT[language], { seed: `after ${payload.name}` }) : null,
        ]);
        pair.catch(() => undefined);
        pairs.push(pair);
      }
    });

    test.for(payloads.map((payload, index) => ({ ...payload, index })))(
      '$class: $name',
      { timeout: 300_000 },
      async ({ index, needsNumpy }, { skip }) => {
        skip(needsNumpy && withoutNumpy !== null, withoutNumpy ?? '');
        const [verdict, neighbour] = (await pairs[index]) ?? [];
        expect(verdict).toMatchObject({ outcome: 'graded', points: 0 });
        expect(existsSync(places(index).marker)).toBe(false);
        if (verdict) for (const secret of SECRETS) expect(saidIn(verdict)).not.toContain(secret);
        if (index % NEIGHBOUR_ONE_IN === 0)
          expect(neighbour).toMatchObject({ outcome: 'graded', result: 'pass', points: 3 });
      },
    );

    test('and nothing was left behind later either', () => {
      expect(readdirSync(place)).toEqual([]);
    });
  });
}
