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

  it('takes matrices, and says what explains the whole', () => {
    const line = (id: string, student: unknown, expected: unknown, more = {}): string =>
      JSON.stringify({ id, type: 'matrix', variables: ['x', 'y'], student, expected, ...more });
    const { status, rows, stderr } = run([
      line('tuple', '(2x, 2y)', '[2x; 2y]'),
      line('rows', [['2x'], ['y + y']], '[2x; 2y]'),
      line('latex', '\\begin{pmatrix} 1 & 2 \\\\ 2 & 3 \\end{pmatrix}', '1 2; 2 3'),
      line('turned', '[2x, 2y]', '[2x; 2y]'),
      line('either', '[2x, 2y]', '[2x; 2y]', { either: true }),
      line('shape', '[2x; 2y; 1]', '[2x; 2y]'),
      line('sign', '[2x; -2y]', '[2x; 2y]'),
      line('signs', '[-2x; -2y]', '[2x; 2y]'),
      line('swapped', '[3 4; 1 2]', '[1 2; 3 4]'),
      line('ragged', '[1, 2; 3]', '[1 2; 3 4]'),
      line('asked', '[4/2x; 1]', '[2x; 1]'),
      line('chosen', '[4/2x; 1]', '[2x; 1]', { chosen: { '1-1': '4/2*x' } }),
      line('kind', '1', '1', { type: 'tensor' }),
    ]);
    expect(stderr).toContain('line 13: type');
    expect(status).toBe(1);
    expect(rows.map(({ id, verdict, slip }) => [id, verdict, slip])).toEqual([
      ['tuple', 'equal', null],
      ['rows', 'equal', null],
      ['latex', 'equal', null],
      ['turned', 'different', { code: 'transposed', params: {} }],
      ['either', 'equal', null],
      ['shape', 'different', null],
      ['sign', 'different', { code: 'one-sign', params: { row: 2, column: 1 } }],
      ['signs', 'different', { code: 'sign', params: {} }],
      ['swapped', 'different', { code: 'rows-swapped', params: { first: 1, second: 2 } }],
      ['ragged', 'invalid', null],
      ['asked', 'invalid', null],
      ['chosen', 'equal', null],
    ]);
    expect(rows[3]).toMatchObject({ shape: { rows: 1, columns: 2 }, reading: { text: '[2*x, 2*y]' } });
    expect(rows[10]).toMatchObject({ readings: [{ text: '4/2*x' }, { text: '4/(2*x)' }] });
  });

  it('takes values in any order and parts of the real line', () => {
    const line = (id: string, type: string, student: string, expected: string, more = {}): string =>
      JSON.stringify({ id, type, variables: [], student, expected, ...more });
    const { status, rows, stderr } = run([
      line('order', 'values', '2, 1', '{1; 2}'),
      line('signs', 'values', 'x = ±2', '-2; 2'),
      line('named', 'values', 't = √a or t = -√a', '±√a', { variables: ['t', 'a'], positive: ['a'] }),
      line('missing', 'values', '2', '1; 2'),
      line('pair', 'values', '(1, 3)', '1; 3'),
      line('interval', 'reals', '(1, 3)', '1 < x < 3'),
      line('french', 'reals', '[1;3[', '[1, 3)'),
      line('open', 'reals', '(1;3]', '[1, 3]'),
      line('hole', 'reals', 'R \\ {2}', 'x ≠ 2'),
      line('bars', 'reals', '-2 ≤ x ≤ 2', '|x| ≤ 2'),
      line('none', 'reals', '∅', 'no solution'),
      line('asked', 'values', '1,5', '1.5'),
      line('chosen', 'values', '1,5', '1.5', { chosen: '{1.5}' }),
      line('unsolved', 'reals', '2x < 4', 'x < 2'),
      line('bad', 'reals', '1', '['),
    ]);
    expect(stderr).toContain('line 15: expected: feedback.setUnclosed');
    expect(status).toBe(1);
    expect(rows.map(({ id, verdict, slip }) => [id, verdict, slip])).toEqual([
      ['order', 'equal', null],
      ['signs', 'equal', null],
      ['named', 'equal', null],
      ['missing', 'different', { code: 'missing', params: {} }],
      ['pair', 'equal', null],
      ['interval', 'equal', null],
      ['french', 'equal', null],
      ['open', 'different', { code: 'ends', params: {} }],
      ['hole', 'equal', null],
      ['bars', 'equal', null],
      ['none', 'equal', null],
      ['asked', 'invalid', null],
      ['chosen', 'equal', null],
      ['unsolved', 'invalid', null],
    ]);
    expect(rows[11]).toMatchObject({ readings: [{ text: '{1; 5}' }, { text: '{1.5}' }] });
    expect(rows[13]).toMatchObject({ problem: { code: 'setUnsolved' } });
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
