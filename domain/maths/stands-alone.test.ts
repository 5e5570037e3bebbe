/** The checker without the project: what it imports, and a program that has nothing but this folder. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

const HERE = import.meta.dirname;
const isSource = (name: string): boolean => name.endsWith('.ts') && !name.endsWith('.test.ts');

it('imports its own files and a schema', () => {
  const imported = new Set<string>();
  for (const name of readdirSync(HERE).filter(isSource)) {
    const source = readFileSync(path.join(HERE, name), 'utf8');
    for (const [, from = ''] of source.matchAll(/\b(?:from|import\(?)\s*'([^']+)'/g))
      imported.add(/^\.\/[\w-]+\.ts$/.test(from) ? 'own' : from);
  }
  expect([...imported].sort()).toEqual(['own', 'zod']);
});

const PROGRAM = `
import {
  checkAnswer, compileFormulas, compileMatrixFormula, mathsTruth, problemWithTruth, readExpression,
} from './maths/index.ts';
const truth = mathsTruth.parse({ derivativeOf: 'x^2 y + y z^3', by: 'x' });
const variables = ['x', 'y', 'z'];
const formulas = compileFormulas(['x^2 y', 'x+y'], ['x', 'y']);
const loss = compileMatrixFormula('sum((W @ x)^2)', new Map([['W', [1, 2]], ['x', [2]]]));
const at = new Map([['W', { shape: [1, 2], data: [1, 2] }], ['x', { shape: [2], data: [3, 4] }]]);
console.log(JSON.stringify([
  problemWithTruth(truth, variables) ?? null,
  checkAnswer(truth, '2xy', { variables }).verdict,
  checkAnswer(truth, '2x', { variables }).verdict,
  checkAnswer(truth, '2x+', { variables }).verdict,
  readExpression('2xy', { variables }).ok,
  formulas.ok && formulas.jacobian([3, 5]),
  formulas.ok && formulas.gradient(0, [3, 5]),
  loss.ok ? loss.gradients(at, ['W'])[0].data : loss,
]));
`;

it('serves a program that has nothing else of the project', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-maths-'));
  try {
    cpSync(HERE, path.join(folder, 'maths'), { recursive: true, filter: (file) => !file.endsWith('.test.ts') });
    // its one package
    symlinkSync(path.join(HERE, '../../node_modules'), path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(path.join(folder, 'program.ts'), PROGRAM);
    const said: unknown = JSON.parse(execFileSync(process.execPath, ['program.ts'], { cwd: folder, encoding: 'utf8' }));
    expect(said).toEqual([
      null,
      'equal',
      'different',
      'invalid',
      true,
      [
        [30, 9],
        [1, 1],
      ],
      { value: 45, gradient: [30, 9] },
      [66, 88],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
