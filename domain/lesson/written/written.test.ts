import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuestion } from '../compile-question.ts';
import { parseMarkdown } from '../markdown.ts';
import { readWritten } from './read-written.ts';
import { partAt, writeQuestion } from './write-written.ts';
import type { WrittenQuestion } from './written.ts';

const LEVEL = 'content/mathematics-for-machine-learning/level-05';
const LESSONS = ['04-gradients-and-derivatives', '05-gradients-in-code'];

/** Every question of these lessons, by itself. */
const questions = LESSONS.flatMap((name) => {
  const source = readFileSync(`${LEVEL}/${name}.md`, 'utf8');
  return parseMarkdown(source).children.flatMap((node) =>
    node.type === 'containerDirective' && node.name !== 'figure'
      ? [source.slice(node.position?.start.offset, node.position?.end.offset)]
      : [],
  );
});

const EVERY_KIND: Record<string, string> = {
  'a choice with reasons, maths and code': `:::::check[Which *way* [is] down?]{#down credit=all seconds=45}
Look at $x^2$ and

\`\`\`python
- [ ] no option
\`\`\`

- [x] Against the gradient
- [ ] \`along\` it,
  on two lines
  > Uphill it is.
  >
  > - a list
- [x] By [the book][1]

::::hint
\`\`\`\`text
:::
\`\`\`\`
::::

:::explanation
So it descends.
:::
:::::

[1]: https://example.org/
`,
  'percentages in boxes': `::::check[Worth]{points=4}
Pick.

- [100%] All
- [-33.3%] Less
  > Why less?

:::explanation
So.
:::
::::
`,
  'places in boxes': `::::exercise[Steps]{kind=order}
Put in order.

- [2] Second
- [1] First
- [3] $x \\to 0$

:::explanation
So.
:::
::::
`,
  pairs: `::::exercise[Pairs]{kind=match}
Match.

- $x^2$ -> $2x$
  > -> $x$
  > The power comes down.

  > Not that.
- $\\sin x$ -> $\\cos x$
- -> $x$

:::explanation
So.
:::
::::
`,
  'a value with comments': `::::exercise[Number]{kind=number attempt-cost=0.5}
How many?

\`\`\`yaml answer
# by hand
value: 2.4   # metres
tolerance: { absolute: 0.01, relative: 0 }
\`\`\`

:::solution
Count.
:::

:::explanation
So.
:::
::::
`,
  'text after the list': `::::check[Late]
First.

- [x] a
- [ ] b

Then this.

:::explanation
So.
:::
::::
`,
};

describe('a question as it is written', () => {
  it.each(Object.entries(EVERY_KIND))('is the same question after a form wrote it: %s', async (_name, source) => {
    await sameAfter(source);
  });

  it('is the same for every question of our lessons', async () => {
    expect(questions.length).toBeGreaterThan(10);
    for (const source of questions) await sameAfter(source);
  });

  it('is not shown as a form where some of it would be lost', () => {
    const lost = {
      'two lists': '::::check[A]\nP\n\n- [x] a\n- [ ] b\n\n.\n\n- [x] a\n\n:::explanation\nb\n:::\n::::',
      'an unknown block': '::::check[A]\nP\n\n:::note\nb\n:::\n::::',
      'an explanation with a title': '::::check[A]\nP\n\n:::explanation[T]\nb\n:::\n::::',
      'two explanations': '::::check[A]\nP\n\n:::explanation\nb\n:::\n\n:::explanation\nc\n:::\n::::',
      'text beside it': 'Before\n\n::::check[A]\nP\n::::',
      'no end': '::::check[A]\nP',
      'words after a reason': '::::check[A]\nP\n\n- [ ] a\n  > r\n\n  b\n- [x] c\n::::',
      nothing: '',
    };
    for (const [what, source] of Object.entries(lost)) expect(readWritten(source), what).toBeNull();
  });

  it('keeps what any form wrote, part by part', () => {
    fc.assert(
      fc.property(anyQuestion, (written) => {
        expect(readWritten(writeQuestion(written).source)).toEqual(written);
      }),
      { numRuns: 400 },
    );
  });

  it('knows which of its lines say what', () => {
    const written = readWritten(EVERY_KIND['a choice with reasons, maths and code'] ?? '');
    if (written === null) throw new Error('not read');
    const text = writeQuestion(written);
    const lines = text.source.split('\n');
    const partOf = (words: string): string | undefined =>
      partAt(text, lines.findIndex((line) => line.includes(words)) + 1)?.part;
    expect(partOf('check[')).toBe('title');
    expect(partOf('Look at')).toBe('prompt');
    expect(partOf('Against')).toBe('items.0');
    expect(partOf('two lines')).toBe('items.1');
    expect(partOf('Uphill it is')).toBe('items.1.notes.0');
    expect(partOf('````text')).toBe('hints.0');
    expect(partOf('So it descends')).toBe('explanation');
  });
});

/** Written by a form and read again, it compiles to what it compiled to before, and a second time nothing changes. */
async function sameAfter(source: string): Promise<void> {
  const written = readWritten(source);
  if (written === null) throw new Error(`no form for ${source}`);
  const { source: again } = writeQuestion(written);
  const [before, after] = [await compileQuestion(source, 'q.md'), await compileQuestion(again, 'q.md')];
  expect(before.ok, JSON.stringify(before)).toBe(true);
  expect(after).toEqual(before);
  expect(readWritten(again)).toEqual(written);
}

const line = fc
  .array(fc.constantFrom('a', 'x^2', '$2x$', '`code`', '->', '*so*', ':', '\\', '12', 'é'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((words) => `w ${words.join(' ')}.`);
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const code = fc
  .array(fc.constantFrom('x = 1', '    return x', '', ':::', '```', '::::check[a]', '- [x] b', '# c'), { maxLength: 5 })
  .map((lines) => lines.join('\n'));
const item = (box: fc.Arbitrary<string | null>) => fc.record({ box, text, notes: fc.array(text, { maxLength: 2 }) });
const title = fc.stringMatching(/^[A-Za-z$*_`[\]<&~:\\][ -~]{0,20}[a-z]$/).map((one) => one.replace(/\s+/g, ' '));

const anyQuestion: fc.Arbitrary<WrittenQuestion> = fc.record({
  role: fc.constantFrom('check', 'exercise'),
  kind: fc.constant('choice'),
  title,
  attributes: fc.record({ points: fc.constantFrom('1', '2.5') }, { requiredKeys: [] }),
  prompt: fc.array(text, { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n')),
  items: fc.option(fc.array(item(fc.constantFrom('x', ' ', '50%', '-33.3%')), { minLength: 1, maxLength: 4 })),
  fences: fc.record(
    {
      answer: fc.record({ language: fc.constant('yaml'), text: code }),
      starter: fc.record({ language: fc.constantFrom('python', 'javascript'), text: code }),
      variants: fc.record({ language: fc.constant('yaml'), text: code }),
    },
    { requiredKeys: [] },
  ),
  hints: fc.array(text, { maxLength: 2 }),
  solution: fc.option(text),
  explanation: fc.option(text),
  definitions: fc.constant(''),
});
