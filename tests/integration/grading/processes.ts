/** The sandboxes' processes as the system sees them: rights, limits, replacement, death with their owner. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DATA_MB as JAVASCRIPT_MB } from '../../../workers/javascript/limits.ts';
import { DATA_MB as PYTHON_MB } from '../../../workers/python/limits.ts';
import { cutsNetwork, MOST_THREADS } from '../../../workers/sandbox/command.ts';
import { sandboxPids } from './questions.ts';
import { languages, RIGHT, run, SOON } from './shared.ts';

export function processes(): void {
  describe.for(languages)('the processes of %s', (language) => {
    test.runIf(process.getuid?.() === 0)('have no rights and no secrets', async () => {
      await run(language, RIGHT[language]);
      const pids = sandboxPids(language);
      expect(pids.length).toBeGreaterThan(0);
      for (const pid of pids) {
        const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
          .split('\0')
          .map((line) => line.split('=')[0]);
        // what Node needs for its channel, and what the shell adds
        const known = [
          '',
          'NODE_ENV',
          'NODE_CHANNEL_FD',
          'NODE_CHANNEL_SERIALIZATION_MODE',
          'PWD',
          '_',
          'SHLVL',
          'OLDPWD',
        ];
        expect(names.filter((name) => !known.includes(name ?? ''))).toEqual([]);
        const uid = Number(/^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
        expect(uid).not.toBe(0);
      }
    });

    test.runIf(process.getuid?.() === 0)('are bounded by the operating system, and have no network', async () => {
      await run(language, RIGHT[language]);
      for (const pid of sandboxPids(language)) {
        const limits = readFileSync(`/proc/${pid}/limits`, 'utf8');
        const limit = (name: string): number => Number(new RegExp(`^${name} +(\\d+)`, 'm').exec(limits)?.[1]);
        expect([limit('Max file size'), limit('Max core file size'), limit('Max open files')]).toEqual([0, 0, 256]);
        expect(limit('Max processes')).toBe(MOST_THREADS);
        expect(limit('Max data size')).toBe({ javascript: JAVASCRIPT_MB, python: PYTHON_MB }[language] * 2 ** 20);
        expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')).toContain('--permission');
        const network = (one: number | 'self'): string => readlinkSync(`/proc/${one}/ns/net`);
        if (cutsNetwork()) expect(network(pid)).not.toBe(network('self'));
      }
    });

    test('one that is killed from outside is replaced, and its submission run again', async () => {
      const slow = { javascript: 'function double() { for (;;); }', python: 'def double(x):\n  while True: pass' };
      const graded = run(language, slow[language], { limits: SOON[language] });
      await new Promise((resolve) => setTimeout(resolve, 400));
      for (const pid of sandboxPids(language)) process.kill(pid, 'SIGKILL');
      expect(await graded).toMatchObject({ outcome: 'graded', result: 'timeout' });
      expect(await run(language, RIGHT[language])).toMatchObject({ result: 'pass' });
    });
  });

  test('sandboxes end when the process that owns them is killed', async () => {
    const script = `
    import { createGrader } from ${JSON.stringify(path.resolve(import.meta.dirname, '../../../workers/grade.ts'))};
    const grader = createGrader();
    await grader.warm(['javascript']);
    console.log('warm');
    setInterval(() => undefined, 1000);`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => owner.stdout.once('data', resolve));
    const pids = sandboxPids('javascript', owner.pid);
    expect(pids.length).toBeGreaterThan(0);
    owner.kill('SIGKILL');
    await expect.poll(() => pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  });
}
