/** What people type, and how it is read. */
import { describe, expect, it } from 'vitest';
import { readExpression } from './read.ts';

const variables = ['x', 'y', 'z', 'n', 'alpha', 'x_1', 'lr'];
const textOf = (typed: string, declared: readonly string[] = variables): string => {
  const reading = readExpression(typed, { variables: declared });
  return reading.ok ? reading.text : `problem ${reading.problem.code} at ${reading.problem.at}`;
};
const notesOf = (typed: string): string[] => {
  const reading = readExpression(typed, { variables });
  return reading.ok ? reading.notes.map((note) => note.code) : [];
};

describe('the declared variables decide how letters are split', () => {
  it.each([
    ['xy', '', 'x*y'],
    ['2xy', '', '2*x*y'],
    ['2 x y', '', '2*x*y'],
    ['zsin(x)', '', 'z*sin(x)'],
    ['n alpha', '', 'n*alpha'],
    ['nα', '', 'n*alpha'],
    ['lr x', '', 'lr*x'],
    ['x_1', '', 'x_1'],
    ['x₁ + x_{1}', '', 'x_1 + x_1'],
    ['lr', 'l r', 'l*r'],
    ['asin(x/a)', 'x a', 'asin(x/a)'],
    ['pir^2', 'r', 'pi*r^2'],
    ['tanh', 't a n h', 'problem missing-argument at 0'],
    ['tg', 't g', 't*g'],
    ['sh x', 's h x', 's*h*x'],
    ['arch', 'a r c h', 'a*r*c*h'],
    ['tgh', 'h', 'tan(h)'],
    ['cotg', 'g', 'cot(g)'],
    ['θ', 'theta', 'theta'],
    ['theta', 'θ', 'θ'],
    ['Δx', 'Δx', 'Δx'],
    ['xX', 'x X', 'x*X'],
    ['e', 'e', 'e'],
    ['x', 'X', 'X'],
    ['Sin(X)', 'x', 'sin(x)'],
    ['2e3', 'e', 'problem letter-then-digit at 2'],
  ])('%s with %s', (typed, declared, wanted) => {
    expect(textOf(typed, declared === '' ? variables : declared.split(' '))).toBe(wanted);
  });
});

it('keeps what it learnt of one list of variables apart from another', () => {
  expect(textOf('x', ['x y z'])).toBe('problem unknown-name at 0');
  expect(textOf('x', ['x', 'y z'])).toBe('x');
  expect(textOf('xyz', ['x', 'y', 'z'])).toBe('x*y*z');
});

describe('the notation that people use', () => {
  it.each([
    ['x(x+1)', 'x*(x + 1)'],
    ['(x+1)(x-1)', '(x + 1)*(x - 1)'],
    ['0x+12x^3', '0*x + 12*x^3'],
    ['3yz²', '3*y*z^2'],
    ['3·y·z^2', '3*y*z^2'],
    ['x⁻¹', 'x^(-1)'],
    ['x²³', 'x^23'],
    ['½x', '1/2*x'],
    ['2 ½', '2 + 1/2'],
    ['x^2 ½', 'x^2*(1/2)'],
    ['x·y×z⋅2', 'x*y*z*2'],
    ['x − 1', 'x - 1'],
    ['x÷2', 'x/2'],
    ['ｘ＋１', 'x + 1'],
    ['𝑥²', 'x^2'],
    ['π x', 'pi*x'],
    ['x**2', 'x^2'],
    ['√x', 'sqrt(x)'],
    ['2√(x+1)y', '2*sqrt(x + 1)*y'],
    ['√(x+1)²', 'sqrt(x + 1)^2'],
    ['∛(x)^2', 'cbrt(x)^2'],
    ['∛x', 'cbrt(x)'],
    ['³√x', 'cbrt(x)'],
    ['2 ³√x²', '2*cbrt(x^2)'],
    ['2·³√(x+1)y', '2*cbrt(x + 1)*y'],
    ['²√x + ³ √x', 'sqrt(x) + cbrt(x)'],
    ['∜x', 'sqrt(sqrt(x))'],
    ['⁴√x', 'sqrt(sqrt(x))'],
    ['-⁵√x', '-root(x, 5)'],
    ['¹⁰√(x)y', 'root(x, 10)*y'],
    ['x²/³√y', 'x^2/cbrt(y)'],
    ['x¹⁄²', 'x^(1/2)'],
    ['x⁻¹/²y', 'x^(-1/2)*y'],
    ['x²⁄³', 'x^(2/3)'],
    ['sh x ch x', 'sinh(x)*cosh(x)'],
    ['sh²x', 'sinh(x)^2'],
    ['th(x) + cth x', 'tanh(x) + coth(x)'],
    ['tg x ctg y', 'tan(x)*cot(y)'],
    ['cotg x', 'cot(x)'],
    ['arcsh x + arsh y + argsh z', 'asinh(x) + asinh(y) + asinh(z)'],
    ['arch(x)arth(y)', 'acosh(x)*atanh(y)'],
    ['sen x', 'sin(x)'],
    ['\\sh x', 'sinh(x)'],
    ['sin^2 x', 'sin(x)^2'],
    ['sin²x', 'sin(x)^2'],
    ['cos²(x)y', 'cos(x)^2*y'],
    ['sin 5n', 'sin(5*n)'],
    ['sin atan n', 'sin(atan(n))'],
    ['sin x cos x', 'sin(x)*cos(x)'],
    ['sin x(y)', 'sin(x)*y'],
    ['sin x^2', 'sin(x^2)'],
    ['sin -x', 'sin(-x)'],
    ['ln x', 'log(x)'],
    ['ln|x|y', 'log(abs(x))*y'],
    ['log_2(x)', 'log(x, 2)'],
    ['log_{10} x', 'log(x, 10)'],
    ['log₂ x', 'log(x, 2)'],
    ['log(8, 2)', 'log(8, 2)'],
    ['e^-x^2', 'e^(-x^2)'],
    ['-x^2', '-x^2'],
    ['2^x^2', '2^x^2'],
    ['(2^x)^2', '(2^x)^2'],
    ['|x|', 'abs(x)'],
    ['||x|-1|', 'abs(abs(x) - 1)'],
    ['|x||y|', 'abs(x)*abs(y)'],
    ['2|x|', '2*abs(x)'],
    ['arctan x', 'atan(x)'],
    ['arccosh(x)', 'acosh(x)'],
    ['x!', 'x!'],
    ['(-1)^n', '(-1)^n'],
    ['2*np.exp(-x**2)', '2*exp(-x^2)'],
    ['np.maximum(0, x)', 'max(0, x)'],
    ['Math.PI*Math.sin(x)', 'pi*sin(x)'],
    ['max(1,x,2)', 'max(1, x, 2)'],
    ['--x', '-(-x)'],
    ['-(-2x)', '-(-2*x)'],
    ['-x y/2', '-x*y/2'],
    ['ψ(x)', 'digamma(x)'],
    ['x++y', 'x + y'],
    ['.5x', '0.5*x'],
    ['3.x', '3*x'],
    ['$2x$', '2*x'],
    ['2x.', '2*x'],
    ['2x\u200b y', '2*x*y'],
    ['[x+1](x-1)', '(x + 1)*(x - 1)'],
  ])('%s', (typed, wanted) => {
    expect(textOf(typed)).toBe(wanted);
  });
});

describe('a left-hand side is taken away', () => {
  it.each([
    ['∂f/∂x = 2x', '2*x'],
    ["f'(x) = 2x", '2*x'],
    ['f′(x)=2x', '2*x'],
    ["f'(1) = 2", '2'],
    ['f(-1, 0.5) = 2', '2'],
    ["f'\\left(1\\right)=2", '2'],
    ['x(2) = 5', 'problem equation at 5'],
    ['df/dx=2x', '2*x'],
    ['d/dx f(x) = 2x', '2*x'],
    ['f(x, y) = 2x', '2*x'],
    ['f_x = 2x', '2*x'],
    ['w = 2x', '2*x'],
    ['= 2x', '2*x'],
    ["y' = 2x", '2*x'],
    ['\\frac{\\partial f}{\\partial x}=2x', '2*x'],
    ['\\frac{df}{dx}=2x', '2*x'],
    ['\\frac{d}{dx}f=2x', '2*x'],
    ['f^{\\prime}(x)=2x', '2*x'],
    ['d/dx (x^2) = 2x', '2*x'],
    ['∂/∂x (x²y + yz³) = 2xy', '2*x*y'],
    ['\\frac{\\partial}{\\partial x}\\left(x^2y\\right)=2xy', '2*x*y'],
    ["f'_x = 2x", '2*x'],
    ['D_x f = 2x', '2*x'],
    ['f(x) := 2x', '2*x'],
    ['∂²f/∂x∂y = 2x', '2*x'],
    ['∇f = 2x', '2*x'],
    ['∇f(x, y) = 2x', '2*x'],
    ['∇_x f = 2x', '2*x'],
    ['(∇f)_x = 2x', '2*x'],
    ['grad f = 2x', '2*x'],
    ['\\nabla f=2x', '2*x'],
    ['∇f = (2x, y)', 'problem several-values at 8'],
    ['∇f = [2x, y]', 'problem several-values at 8'],
    ['∇f = <2x, y>', 'problem several-values at 5'],
    ['∇f', 'problem derivative-left at 0'],
    ['x∇ = 2', 'problem equation at 3'],
    ['\\frac{\\partial^2f}{\\partial x\\partial y}=2x', '2*x'],
    ['\\frac{\\partial f}{\\partial x}\\left(x,y\\right)=2x', '2*x'],
    ['\\partial_xf=2x', '2*x'],
    ['\\frac{\\partial\\mathcal{L}}{\\partial x}=2x', '2*x'],
    ['∂ℒ/∂x=2x', '2*x'],
    ['f^{\\doubleprime}(x)=2x', '2*x'],
    ['f^(2)(x) = 2x', '2*x'],
    ["(x^2)' = 2x", '2*x'],
    ['x = 2', 'problem equation at 2'],
    ['x + 1 = 2', 'problem equation at 6'],
    ['f = g = x', 'problem equation at 6'],
  ])('%s', (typed, wanted) => {
    expect(textOf(typed)).toBe(wanted);
  });
});

describe('where two readings are common, the one taken is told', () => {
  it.each([
    ['1/2x', '1/2*x', 'division-then-product'],
    ['x/2y', 'x/2*y', 'division-then-product'],
    ['sin 2x y', 'sin(2*x*y)', 'bare-product'],
    ['1,000x', '1000*x', 'thousands'],
    ['3,5x', '3.5*x', 'decimal-comma'],
    ['sin^-1 x', 'asin(x)', 'inverse-function'],
    ['sin^{-1}(x)', 'asin(x)', 'inverse-function'],
    ['tan⁻¹(x)', 'atan(x)', 'inverse-function'],
    ['e^2x', 'e^2*x', 'power-then-product'],
    ['2^xy', '2^x*y', 'power-then-product'],
    ['x^1/2', 'x^1/2', 'power-then-division'],
    ['log2 x', 'log2(x)', 'log-base'],
    ['log5(x)', 'log(5*x)', 'log-digits'],
    ['√2x', 'sqrt(2)*x', 'root-then-product'],
    ['2³√x', '2^3*sqrt(x)', 'power-before-root'],
    ['x³√y', 'x^3*sqrt(y)', 'power-before-root'],
    ['√x^2', 'sqrt(x^2)', 'root-reach'],
    ['sin x/2', 'sin(x)/2', 'bare-argument-division'],
    ['sin pi/2', 'sin(pi/2)', 'bare-argument'],
    ['sin 1/x', 'sin(1/x)', 'bare-argument'],
    ['ln 1/x', 'log(1/x)', 'bare-argument'],
    ['ln 2 * 2^x', 'log(2)*2^x', 'bare-argument-product'],
    ['\\ln2\\cdot2^{x}', 'log(2)*2^x', 'bare-argument-product'],
    ['ln 2 cos x', 'log(2)*cos(x)', 'bare-argument-product'],
    ['log_2 8/x', 'log(8, 2)/x', 'bare-argument-division'],
    ['sqrt 2/2', 'sqrt(2)/2', 'bare-argument-division'],
    ['1/x²y', '1/x^2*y', 'division-then-product'],
    ['1/(x+1)(x-1)', '1/(x + 1)*(x - 1)', 'division-then-product'],
    ['1/sin(x)cos(x)', '1/sin(x)*cos(x)', 'division-then-product'],
    ['x^-1/2', 'x^(-1)/2', 'power-then-division'],
    ['e^-x^2y', 'e^(-x^2)*y', 'power-then-product'],
    ['log(2,5)', 'log(2, 5)', 'two-values'],
    ['sin 2 cos x', 'sin(2*cos(x))', 'bare-product'],
    ['e^-2x', 'e^(-2)*x', 'power-then-product'],
    ['e^-x(x+1)', 'e^(-x)*(x + 1)', 'power-then-product'],
    ['2½', '2 + 1/2', 'mixed-number'],
    ['log x', 'log(x)', 'natural-log'],
    ['2e-3', '2e-3', 'scientific'],
    ['E^X', 'e^x', 'capital'],
    ['2e-3x', '2*e - 3*x', 'euler'],
  ])('%s', (typed, wanted, note) => {
    expect(textOf(typed)).toBe(wanted);
    expect(notesOf(typed)).toContain(note);
  });

  it('tells that a name was taken where its letters are variables', () => {
    const codes = (typed: string, declared: string): string[] => {
      const reading = readExpression(typed, { variables: declared.split(' ') });
      return reading.ok ? reading.notes.map(({ code }) => code) : [reading.problem.code];
    };
    expect(codes('2pi', 'p i')).toEqual(['name-or-product']);
    expect(codes('lnx', 'l n x')).toEqual(['name-or-product']);
    expect(codes('asin(x)', 'a s i n x')).toEqual(['function-or-product']);
    expect(codes('2pi ln x', 'p n x')).toEqual([]);
    expect(codes('2e-3x', 'e x')).toEqual([]);
  });

  it('says nothing where only one reading is common', () => {
    for (const typed of [
      '2xy',
      '3·y·z^2',
      'sin(2x)',
      'x^2 y',
      'x^2y',
      '3/4 x',
      'x²y',
      'x ³√y',
      'x²√y',
      'e^xsin(x)',
      'x/(2y)',
      'ln x',
      'ln 8/ln 2',
      'sin 30/sin 60',
      'sin x/cos x',
      'x/2 - 3x',
      '1/2*x y',
      '\\frac{1}{x}y',
      'x/y!',
      'max(1,5)',
      'root(x,3)',
      'e^(2x)',
      '1/2',
      'sin 5n',
    ]) {
      expect(notesOf(typed), typed).toEqual([]);
    }
  });
});
