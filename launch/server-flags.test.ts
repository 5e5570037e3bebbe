import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SERVER_FLAGS } from './server-flags.ts';
import { ROOT } from './state-folder.ts';

describe('the flags of the server', () => {
  it.each(['Dockerfile', 'docker-compose.yml', 'docs/production.md'])('stand where %s starts it', (file) => {
    const commands = readFileSync(path.join(ROOT, file), 'utf8')
      .split('\n')
      .filter((line) => /\bnode\b.*server\/main\.ts/.test(line));
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      const words: string[] = command.match(/[^\s",[\]]+/g) ?? [];
      const from = words.indexOf('node') + 1;
      expect(words.slice(from, words.indexOf('server/main.ts'))).toEqual(SERVER_FLAGS);
    }
  });
});
