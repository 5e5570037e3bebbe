/** A lesson whose questions are as large as they come: what a wall must have room for. */
const words = (length: number, word: string): string =>
  `${word} `
    .repeat(Math.ceil(length / (word.length + 1)))
    .slice(0, length - 1)
    .trimEnd()
    .concat('.');

const option = (letter: string, right = false): string => `- [${right ? 'x' : ' '}] ${words(110, `answer${letter}`)}`;

const LINES = Array.from({ length: 24 }, (_, index) => `    total${index} = start + ${index} * rate`);
const CODE = ['def descend(start, rate):', ...LINES].join('\n');

export const LESSON = `---
title: Everything large
description: Questions as large as they come.
---

## Nothing but questions

::::check[Long words]{#long-words kind=choice seconds=600}
${words(300, 'Consider the gradient')}

${['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => option(letter, letter === 'C')).join('\n')}

:::explanation
${words(280, 'Because the slope')}
:::
::::

::::check[Much code]{#much-code kind=choice seconds=600}
What does this return?

\`\`\`python
${CODE}
\`\`\`

- [x] Nothing
- [ ] The last total
- [ ] A list of totals
- [ ] It raises an error

:::explanation
Because it is so.
:::
::::

::::check[A line too long]{#long-line kind=choice seconds=600}
What is printed?

\`\`\`python
print([round(learning_rate * gradient_of_loss(weights[i], biases[i]), 3) for i in range(12) if i % 2])
for i in range(3):
    print(i)
\`\`\`

- [x] A list
- [ ] Nothing

:::explanation
Because it is so.
:::
::::

::::check[A matrix]{#matrix kind=choice seconds=600}
What is the trace of

$$
A = \\begin{pmatrix} 1 & 2 & 3 & 4 \\\\ 5 & 6 & 7 & 8 \\\\ 9 & 10 & 11 & 12 \\\\ 13 & 14 & 15 & 16 \\end{pmatrix} ?
$$

- [x] $34$
- [ ] $\\begin{pmatrix} 1 \\\\ 6 \\\\ 11 \\\\ 16 \\end{pmatrix}$
- [ ] $136$

:::explanation
Because it is so.
:::
::::

::::exercise[A function]{#a-function kind=function entry=scale seconds=600}
Scale \`x\` so that its entries add up to 1. Zeros stay zeros.

\`\`\`python starter
import numpy as np

def scale(x):
    """Entries that add up to 1."""
    return x
\`\`\`

\`\`\`python solution
import numpy as np

def scale(x):
    total = sum(x)
    return [one / total for one in x] if total else list(x)
\`\`\`

\`\`\`yaml tests
- name: Two
  call: [[1, 1]]
  expect: [0.5, 0.5]
- name: Five
  call: [[1.25, 1.25, 1.25, 1.25, 1.25]]
  expect: [0.2, 0.2, 0.2, 0.2, 0.2]
- name: Alone
  call: [[8]]
  expect: [1]
- name: Zeros
  call: [[0, 0]]
  expect: [0, 0]
- name: Any
  hidden: true
  call: [{ draw: [3], from: 1, to: 2 }]
  expect: solution
  hint: They add up to 1.
\`\`\`

:::explanation
Because it is so.
:::
::::

::::exercise[Parts]{#parts kind=maths seconds=600}
Differentiate $x^2 y + y z^3$.

\`\`\`yaml parts
of: x^2*y + y*z^3
variables: [x, y, z]
parts:
  dx: { by: x }
  dy: { by: y }
  dz: { by: z }
\`\`\`

:::explanation
Because it is so.
:::
::::
`;

/** A short quiz under a long title: a formula wider than the wall, pictures, and questions that are answered in words. */
export const WIDE_TITLE = words(100, 'Derivatives').slice(0, -1);
export const withPictures = (wide: string, option: string): string => `---
title: ${WIDE_TITLE}
description: As wide as it comes.
---

## Nothing but questions

::::check[A wide formula]{#wide-formula kind=choice seconds=600}
Which is the next term of

$$
f(x) = ${Array.from({ length: 16 }, (_, index) => `\\frac{x^{${index}}}{${index}!}`).join(' + ')} + \\cdots ?
$$

- [x] $x^{16} / 16!$
- [ ] $x^{16}$

:::explanation
Because it is so.
:::
::::

::::check[Pictures]{#pictures kind=choice seconds=600}
Which of them is it?

![A wide one](picture:${wide})

- [x] ![Option 1](picture:${option})
- [ ] Not ![Option 2](picture:${option})
- [ ] ![Option 3](picture:${option}) or
- [ ] ![Option 4](picture:${option})

:::explanation
Because it is so.
:::
::::

::::check[Cards]{#cards kind=open seconds=600}
What is a gradient?
::::

::::check[Cloud]{#cloud kind=open form=cloud seconds=600}
What comes to your mind?
::::
`;

/** The lines of the code that must all be seen. */
export const CODE_LINES = CODE.split('\n');
