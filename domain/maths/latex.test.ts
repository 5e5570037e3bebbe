/** LaTeX as MathLive gives it and as people write it. */
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { readExpression } from './read.ts';

const textOf = (typed: string): string => {
  const reading = readExpression(typed, { variables: ['x', 'y', 'theta', 'lr', 'x_1', 'a'] });
  return reading.ok ? reading.text : `problem ${reading.problem.code} at ${reading.problem.at}`;
};

describe('LaTeX', () => {
  it.each([
    ['\\frac{x}{2}', 'x/2'],
    ['\\frac12x', '1/2*x'],
    ['\\dfrac{1}{\\sqrt{x}}', '1/sqrt(x)'],
    ['\\frac{\\frac{1}{x}}{y}', '1/x/y'],
    ['\\frac\\pi2', 'pi/2'],
    ['\\sqrt[3]{x+1}', 'root(x + 1, 3)'],
    ['\\sqrt[x+1]{2}', 'root(2, x + 1)'],
    ['3{,}5x', '3.5*x'],
    ['\\biggl(x+1\\biggr)^2', '(x + 1)^2'],
    ['\\sqrt2', 'sqrt(2)'],
    ['\\sqrt{2}x', 'sqrt(2)*x'],
    ['x^{10}', 'x^10'],
    ['x^{\\frac{1}{2}}', 'x^(1/2)'],
    ['\\sin^2\\left(x\\right)', 'sin(x)^2'],
    ['\\sin^{-1}\\left(x\\right)', 'asin(x)'],
    ['\\sin x\\cos x', 'sin(x)*cos(x)'],
    ['\\cos\\theta', 'cos(theta)'],
    ['\\ln\\left|x\\right|', 'log(abs(x))'],
    ['\\left|x\\right|\\left|y\\right|', 'abs(x)*abs(y)'],
    ['\\lvert x\\rvert y', 'abs(x)*y'],
    ['\\Vert x|-1|', 'abs(abs(x) - 1)'],
    ['\\exponentialE^{2x}', 'e^(2*x)'],
    ['\\mathrm{e}^{x}', 'e^x'],
    ['2\\cdot x\\times y', '2*x*y'],
    ['2\\,x\\;y', '2*x*y'],
    ['\\operatorname{arcsin}(x)', 'asin(x)'],
    ['\\arctan\\left(\\frac{x}{a}\\right)', 'atan(x/a)'],
    ['\\mathrm{lr}x', 'lr*x'],
    ['\\mathit{lr}\\cdot x', 'lr*x'],
    ['x_{1}^2', 'x_1^2'],
    ['\\log_{2}\\left(x\\right)', 'log(x, 2)'],
    ['\\log_2 x', 'log(x, 2)'],
    ['\\operatorname{sech}\\left(x\\right)', 'sech(x)'],
    ['\\left(x+1\\right)\\left(x-1\\right)', '(x + 1)*(x - 1)'],
    ['\\(2x\\)', '2*x'],
    ['2\\pi x', '2*pi*x'],
    ['x\\div2', 'x/2'],
    ['\\placeholder{}', 'problem placeholder at 0'],
    ['\\frac{x}{\\placeholder{}}', 'problem placeholder at 9'],
    ['\\foo x', 'problem unknown-command at 0'],
    ['\\frac{x}{', 'problem unclosed at 8'],
    ['\\frac{x}', 'problem missing-operand at 8'],
    ['x}\\cdot 2', 'problem unopened at 1'],
    ['\\int x', 'problem unknown-command at 0'],
  ])('%s', (typed, wanted) => {
    expect(textOf(typed)).toBe(wanted);
  });

  it.each([
    ['-2xy', '-2\\,x\\,y'],
    ['-x^2 y', '-x^{2}\\,y'],
    ['x(-2)', 'x\\,\\left(-2\\right)'],
    ['(-2x)^2', '\\left(-2\\,x\\right)^{2}'],
    ['sin^2 x', '\\sin^{2}\\left(x\\right)'],
    ['2 ln(x)^3', '2\\,\\ln^{3}\\left(x\\right)'],
    ['sin(x)^(-1)', '\\left(\\sin\\left(x\\right)\\right)^{-1}'],
    ['sin(x)^2^3', '\\left(\\sin\\left(x\\right)\\right)^{2^{3}}'],
  ])('%s is typeset as people write it: %s', (typed, tex) => {
    const reading = readExpression(typed, { variables: ['x', 'y'] });
    expect(reading.ok && reading.tex).toBe(tex);
  });

  it('reads back what it typesets', () => {
    for (const typed of [
      '-x^2',
      '-2xy',
      '-x/y',
      '(-2x)^2 y',
      'sin(x)^2*tanh(x)^3',
      '(-x)^2',
      '1/2*x',
      'sin(x)^2',
      'x/(y/a)',
      'x-(y-a)',
      '2^(x^2)',
      '(2^x)^2',
      'x*(-y)',
      '3*(4+x)',
      '5*3^x',
      'abs(x)*ln(y)',
      'root(x,5)',
      'max(x,y)',
      'log(x,2)',
      'x!',
      '2e-5x',
      '-(-x)',
      'x_1*lr',
    ]) {
      const first = readExpression(typed, { variables: ['x', 'y', 'a', 'x_1', 'lr'] });
      expect(first.ok, typed).toBe(true);
      if (!first.ok) continue;
      const again = readExpression(first.tex, { variables: ['x', 'y', 'a', 'x_1', 'lr'] });
      expect(again.ok, first.tex).toBe(true);
      expect(katex.renderToString(first.tex, { throwOnError: true })).toContain('katex');
    }
  });
});
