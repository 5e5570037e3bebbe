/** σ, relu and softmax in formulas: how they are written, what they come to, and that they are differentiated. */
import { describe, expect, it } from 'vitest';
import { checkAnswer } from './check.ts';
import { readExpression } from './read.ts';
import { toJavaScript, toPython } from './source-code.ts';
import { toTex } from './typeset.ts';

function read(text: string, variables = ['x', 'y', 'z']) {
  const reading = readExpression(text, { variables });
  if (!reading.ok) return expect.unreachable(`${text} cannot be read`);
  return reading.tree;
}
const isSame = (answer: string, truth: string): boolean =>
  checkAnswer({ expected: truth }, answer, { variables: ['x', 'y', 'z'] }).verdict === 'equal';

describe('functions of networks', () => {
  it.each([
    ['sigmoid(x)', '1/(1 + e^(-x))'],
    ['σ(x)', '1/(1 + exp(-x))'],
    ['\\sigma(2x + 1)', '1/(1 + e^(-2x - 1))'],
    ['σ(x)(1 - σ(x))', 'e^(-x)/(1 + e^(-x))^2'],
    ['1 - σ(x)', 'σ(-x)'],
    ['relu(x)', 'max(0, x)'],
    ['ReLU(x) - relu(-x)', 'x'],
    ['softmax_1(x, y)', 'σ(x - y)'],
    ['softmax_2(x, y, z)', 'e^y/(e^x + e^y + e^z)'],
    ['softmax_3(x + 5, y + 5, z + 5)', 'softmax_3(x, y, z)'],
  ])('%s is %s', (answer, truth) => expect(isSame(answer, truth)).toBe(true));

  it.each([
    ['σ(x)', 'σ(-x)'],
    ['relu(x)', 'x'],
    ['softmax_1(x, y)', 'softmax_2(x, y)'],
  ])('%s is not %s', (answer, truth) => expect(isSame(answer, truth)).toBe(false));

  it('leaves σ and sigma to a variable of that name', () => {
    const tree = read('σ(x + 1)', ['sigma', 'x']);
    expect(toTex(tree)).toBe('\\sigma\\,\\left(x+1\\right)');
  });

  it('wants a share that is there', () => {
    expect(readExpression('softmax_3(x, y)', { variables: ['x', 'y'] }).ok).toBe(false);
  });

  it('does not overflow where one score is large', () => {
    const share = new Function('x', 'y', `return ${toJavaScript(read('softmax_1(x, y)'))}`);
    expect([share(1000, 0), share(0, 1000), share(-1000, -1000)]).toEqual([1, 0, 0.5]);
  });

  it('is written in Python and JavaScript', () => {
    const text = toJavaScript(read('softmax_2(x, y) + σ(z) + relu(-x)'));
    const [x, y, z] = [0.3, -1.2, 2];
    const value = new Function('x', 'y', 'z', `return ${text}`)(x, y, z);
    expect(value).toBeCloseTo(Math.exp(y) / (Math.exp(x) + Math.exp(y)) + 1 / (1 + Math.exp(-z)), 12);
    expect(toPython(read('relu(x)'))).toBe('np.maximum(0.0, x)');
  });
});
