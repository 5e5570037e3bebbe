/** The command line of the checker. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'check-maths-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(lines: readonly string[]): { status: number | null; rows: Record<string, unknown>[]; stderr: string } {
  const file = join(folder, 'batch.jsonl');
  writeFileSync(file, lines.join('\n'));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/check-maths.ts', '--batch', file], {
    encoding: 'utf8',
  });
  return {
    status,
    stderr,
    rows: stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Record<string, unknown> => JSON.parse(line)),
  };
}

describe('check-maths --batch', () => {
  it('writes one verdict a line, in order', () => {
    const { status, rows, stderr } = run([
      '{"id":"a","variables":["x","y"],"student":"2xy","derivativeOf":"x^2 y","by":"x"}',
      '',
      '{"id":"b","variables":["x"],"student":"x^2/2+C","expected":"x^2/2","upToConstant":true,"by":"x"}',
      '{"id":"c","variables":["x","a"],"student":"a","expected":"sqrt(a^2)","positive":["a"]}',
      '{"id":"d","variables":["x"],"student":"9^9^9^9","expected":"3x"}',
      '{"id":5,"variables":["x"],"student":"-x","expected":"x"}',
    ]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(rows.map((row) => `${row.id} ${row.verdict}`)).toEqual([
      'a equal',
      'b equal',
      'c equal',
      'd invalid',
      '5 different',
    ]);
    for (const row of rows)
      expect(Object.keys(row)).toEqual(
        expect.arrayContaining(['id', 'verdict', 'reading', 'witness', 'note', 'slip', 'ms']),
      );
    expect(rows[4]).toMatchObject({ slip: { code: 'sign' }, witness: { point: { x: 2 }, student: -2, expected: 2 } });
  });

  it('tells bad lines by their number, goes on, and ends with a code that is not 0', () => {
    const { status, rows, stderr } = run([
      'nonsense',
      '{"id":"a","variables":["x"],"student":"x","expected":"x"}',
      '{"id":"b","variables":["x"],"student":"x"}',
      '{"id":"c","variables":["x"],"student":"x","derivativeOf":"x"}',
      '{"id":"d","variables":"x","student":7,"expected":"x"}',
    ]);
    expect(status).toBe(1);
    expect(rows.map((row) => row.id)).toEqual(['a']);
    for (const line of [1, 3, 4, 5]) expect(stderr).toContain(`line ${line}:`);
  });

  it('says how it is used', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/check-maths.ts'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('--batch');
  });
});
