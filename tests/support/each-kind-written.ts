/** A question of each kind as its author writes it, with what questions can have beside: variants, hints, wrong answers, maths, pictures. */
import type { QuestionKind } from '../../domain/question.ts';

const why = ':::explanation\nSo it is: $\\frac{1}{2}$.\n:::\n::::\n';
const yaml = (text: string): string => `\`\`\`yaml answer\n${text}\n\`\`\`\n\n`;

type More = 'varied' | 'several' | 'telling' | 'numbers' | 'spellings';

/** @param picture what stands for one: `picture:…` */
export function eachKindWritten(picture: string): Record<QuestionKind | More, string> {
  return {
    choice: `:::::check[Which *way* is down?]{seconds=45 points=2}
Look at $x^2 < 3$, “quotes”, \\*stars\\* & \`a < b\`:

![The graph of x²](${picture})

- [x] Against $\\nabla f$
- [ ] Along = it ~ {here}
  > Uphill: that is # wrong.

  > A second one.
- [ ] ![Both ways](${picture})

::::hint
Think of $\\{1, 2\\}$.
::::

${why.replace('::::\n', ':::::\n')}`,
    several: `::::check[Which are even?]{credit=shares}
Pick all.

- [x] 2
- [x] 4
- [ ] 5
  > Five is odd.

${why}`,
    number: `::::exercise[How much?]{kind=number attempts=3}
How many metres?

${yaml('value: -2.4 # by hand\ntolerance: { absolute: 0.05, relative: 0 }\nunit: m')}${why}`,
    text: `::::check[A name]{kind=text}
What is it called?

${yaml('accept: [gradient, "the * gradient"]\nwrong:\n  - { text: derivative, words: That is for one variable. }')}${why}`,
    numbers: `::::check[Which numbers?]{kind=number}
Which?

${yaml(
  [
    'value: 12',
    'tolerance: { absolute: 0.5 }',
    'also:',
    '  - { from: 30, below: 31 }',
    '  - { value: 12, tolerance: { absolute: 2 }, percent: 50, words: Nearly $x$. }',
    'wrong:',
    '  - { value: 24, tolerance: { absolute: 0 }, words: That is twice as much. }',
  ].join('\n'),
)}${why}`,
    spellings: `::::check[A capital]{kind=text}
Which?

${yaml(
  [
    'accept:',
    '  - Paris',
    '  - { text: Lutetia, words: Its *old* name. }',
    '  - { text: Pari, percent: 50, words: The s is missing. }',
    'wrong:',
    '  - { text: Rome, words: Further south. }',
  ].join('\n'),
)}${why}`,
    order: `::::check[Steps]{kind=order}
Put in order.

- [2] Second, then $y$
- [1] First
- [3] Third

${why}`,
    match: `::::check[Pairs]{kind=match}
Match.

- $x^2$ -> $2x$
- $\\sin x$ -> $\\cos x$
- -> $x$

${why}`,
    gaps: `::::check[The sky]{kind=gaps points=3}
The *sky* is [blue | 50% azure # Nearly. | 0% $grey], in $[0, 1]$ and \\[not here\\]:

- grass is [green | !red # Look outside. | !C#]
- two and two is [x2: 4 ± 0.5], and [several: a | b | !c]

${why}`,
    maths: `::::check[Differentiate]{kind=maths}
Differentiate $x^2 y$.

\`\`\`yaml parts
of: x^2*y
variables: [x, y]
parts:
  dx: { by: x }
\`\`\`

${why}`,
    matrix: `::::check[A vector]{kind=matrix}
Which?

${yaml('variables: [x]\nmatrix: [[2*x], [1]]')}${why}`,
    set: `::::check[Solve]{kind=set}
Solve.

${yaml('values: "2; -2"')}${why}`,
    point: `::::check[A place]{kind=point}
Put it.

\`\`\`yaml plane
x: { from: -3, to: 3, label: $x$ }
y: { from: -3, to: 3 }
define: ["f(x, y) = x^2 + y^2", "g(x) = x - 1"]
draw: [{ contours: "f(x, y)", levels: [1, 5] }]
\`\`\`

${yaml(
  [
    'point: [1, 2]',
    'right: g(x) = 0 and f(x, y) = 5',
    'wrong:',
    '  - { point: [2, 1], words: "Which is $x$?" }',
    '  - { where: "f(x, y) = 5", words: On the contour. }',
  ].join('\n'),
)}${why}`,
    open: `::::check[What do you think?]{kind=open}
Vote.

- [ ] Yes
- [ ] No

${why}`,
    blanks: `::::exercise[Gaps]{kind=blanks entry=double}
Fill.

\`\`\`python template
def double(x):
    return {{twice: 2 * x}}
\`\`\`

\`\`\`yaml tests
- name: Three
  call: [3]
  expect: 6
- name: Four
  hidden: true
  call: [4]
  expect: 8
  hint: Twice?
\`\`\`

${why}`,
    function: `::::exercise[Double]{kind=function entry=double}
Write it.

\`\`\`python starter
def double(x):
    ...
\`\`\`

\`\`\`python solution
def double(x):
    return 2 * x
\`\`\`

\`\`\`yaml tests
- name: Three
  call: [3]
  expect: 6
- name: A word
  hidden: true
  call: ["a'b"]
  expect: "a'ba'b"
  hint: Twice?
\`\`\`

${why}`,
    telling: `::::check[Telling]
Which way?

- [x] Down
- [ ] Up

\`\`\`yaml misconceptions
- { id: uphill, option: B }
\`\`\`

${why}`,
    varied: `::::check[Drawn]{kind=number}
\`\`\`yaml variants
a: { from: 2, to: 9 }
b: { from: 3, to: 5 }
\`\`\`

How much is ${'$'}{a} + {b}$?

${yaml('value: "{a + b}"')}${why}`,
  };
}
