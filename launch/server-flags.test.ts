import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SERVER_FLAGS } from './server-flags.ts';
import { ROOT } from './state-folder.ts';

describe('the flags of the server', () => {
  it.each(['Dockerfile', 'docker-compose.yml', 'docs/production.md'])('stand where %s starts it', (file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    // word by word: a formatter may have broken the line
    const words: string[] = text.match(/[^\s",[\]`]+/g) ?? [];
    const ends = words.flatMap((word, at) => (word === 'server/main.ts' ? [at] : []));
    expect(ends.length).toBeGreaterThan(0);
    for (const end of ends) expect(words.slice(words.lastIndexOf('node', end) + 1, end)).toEqual(SERVER_FLAGS);
  });
});
