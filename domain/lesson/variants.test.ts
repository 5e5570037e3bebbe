import { describe, expect, it } from 'vitest';
import { kindOf } from '../kinds/kinds.ts';
import { type Question, viewOf } from '../question.ts';
import { compileLesson } from './compile.ts';
import { compileQuestion } from './compile-question.ts';
import { FRONT } from './example.ts';
import { drawnFor, someVariants, variantOf, wrongVariant } from './variants.ts';

const slope = (drawn: string, answer = 'd: { equals: "{c}x + {b}" }'): string => `::::exercise[Slope]{kind=maths}

\`\`\`yaml variants
${drawn}
\`\`\`

Differentiate $f(x) = {a}x^2 + {b}x$.

\`\`\`yaml parts
variables: [x]
parts:
  ${answer}
\`\`\`

:::hint
The power {2} comes down before {a}.
:::

:::explanation
It is ${'$'}{c}x + {b}$.
:::
::::
`;
const DRAWN = 'a: { from: 2, to: 4 }\nb: { from: -2, to: 2, not: 0 }\nc: 2a';

async function compiled(source: string): Promise<Question> {
  const read = await compileQuestion(source, 'q.md');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.question;
}
async function told(source: string): Promise<string[]> {
  const read = await compileQuestion(source, 'q.md');
  return read.ok
    ? []
    : read.problems.map(({ line, code, params }) => `${line} ${code} ${Object.values(params).join('|')}`.trim());
}

describe('a name', () => {
  it('that is drawn and stands nowhere is told: its braces may have become others', async () => {
    const lost = slope(DRAWN).replaceAll('{a}', '\\\\lbrace a\\\\rbrace ').replace('{2} comes down before {2}', '');
    expect(await told(`${lost.replace('c: 2a', 'c: 2b')}`)).toContain('3 variants.unused a|{a}');
    expect(await told(slope(DRAWN))).toEqual([]);
  });
});

describe('a question whose values are drawn', () => {
  it('shows the first of them, and its key alone knows what is drawn', async () => {
    const question = await compiled(slope(DRAWN));
    expect(question.varies).toBe(true);
    expect(question.promptHtml).toContain('{2}x^2 - {2}x');
    expect(JSON.stringify(viewOf(question))).not.toContain('from');
    expect(question.key.hints).toEqual(['<p>The power {2} comes down before 2.</p>']);
  });

  it('is with other values graded by them, in prompt, key, hint and explanation', async () => {
    const question = await compiled(slope(DRAWN));
    const variant = variantOf(question, { a: 4, b: -1 });
    if (variant?.kind !== 'maths') throw new Error('it is no maths question any more');
    expect(variant.promptHtml).toContain('{4}x^2 - x');
    expect(variant.key.truths).toMatchObject({ d: { expected: '8x + (-1)' } });
    expect(variant.key.hints[0]).toContain('before 4');
    expect(variant.key.explanationHtml).toContain('{8}x - {1}');
    const grade = (text: string) =>
      kindOf(variant).grade?.(variant, { kind: 'maths', parts: { d: text } }, { seed: 's', asking: 'ask' }).result;
    expect([grade('8x - 1'), grade('4x + 2')]).toEqual(['pass', 'fail']);
  });

  it('keeps the time and the points of its place', async () => {
    const question = { ...(await compiled(slope(DRAWN))), id: 'here', number: 7, seconds: 45 };
    expect(variantOf(question, { a: 3, b: 1 })).toMatchObject({ id: 'here', number: 7, seconds: 45, varies: true });
  });

  it('is none with values that cannot be drawn', async () => {
    const question = await compiled(slope(DRAWN));
    expect([variantOf(question, { a: 9, b: 1 }), variantOf(question, { a: 3 })]).toEqual([null, null]);
  });

  it('draws the same for the same seed, and something that it can be asked with', async () => {
    const question = await compiled(slope(DRAWN));
    const drawn = drawnFor(question, 'seed') ?? {};
    expect(drawnFor(question, 'seed')).toEqual(drawn);
    expect(variantOf(question, drawn)).not.toBeNull();
    expect(
      drawnFor(
        await compiled(
          slope(DRAWN)
            .replace(/```yaml variants[\s\S]*?```/, '')
            .replaceAll(/\{[abc]\}/g, '2'),
        ),
        's',
      ),
    ).toBeNull();
  });

  it('tells its author how many there are, and shows some that are spread over them', async () => {
    const some = someVariants(await compiled(slope('a: { from: 2, to: 101 }\nb: 1\nc: 2a')));
    expect(some).toMatchObject({ of: 100, complete: true });
    expect(some?.samples.map(({ drawn }) => drawn.a)).toEqual([2, 12, 22, 32, 42, 52, 62, 72, 82, 92]);
  });

  it('stands in a lesson, where what is wrong is told at its line', async () => {
    const lesson = (body: string) =>
      compileLesson(`${FRONT}\n\nText.\n\n${body.replace('[Slope]{', '[Slope]{#slope ')}`, 'l.md');
    const right = await lesson(slope(DRAWN));
    expect(right.ok && right.lesson.questions[0]).toMatchObject({ id: 'slope', varies: true });
    const wrong = await lesson(slope(DRAWN, 'd: { equals: "{c}x + {b" }'));
    const at = `${FRONT}\n\nText.\n\n${slope(DRAWN)}`.split('\n').indexOf('  d: { equals: "{c}x + {b}" }') + 1;
    expect(wrong.ok ? [] : wrong.problems.map(({ line }) => line)).toEqual([at]);
  });
});

describe('what is wrong with what is drawn', () => {
  it('is told at its line', async () => {
    expect(await told(slope('a: { from: 9, to: 2 }\nb: 1\nc: 2a'))).toEqual(['4 variants.range a|9|2|10000']);
    expect(await told(slope('a: { from: 2, to: 4 }\nb: z\nc: 2a'))).toEqual(['5 variants.formula b|z|a']);
    expect(await told(slope(`${DRAWN}\nwhere: [a > 9]`))).toEqual(['3 variants.none']);
    expect(await told(slope('[1, 2]'))).toEqual(['3 variants.empty']);
    expect(await told(slope(DRAWN).replace('Differentiate', 'Differentiate {k}'))).toEqual(['3 variants.unknown k']);
  });

  it('is told with the values that it is wrong with', async () => {
    const problems = await told(slope('a: { from: -1, to: 2 }\nb: 1\nc: 2/a', 'd: { equals: "{b}/({a}) + x" }'));
    // where c has no value there is no variant
    expect(problems).toEqual([]);
    expect(await told(slope('a: { from: 1, to: 3 }\nb: 1\nc: 2', 'd: { equals: "x/({a} - {2})" }'))).toEqual([
      '3 variants.with a = 2, b = 1, c = 2',
      '3 variants.noRightAnswer',
    ]);
  });

  it('is told where a placeholder has no value, whose braces a student would read', async () => {
    const divides = slope('a: { from: -1, to: 2 }\nb: 1\nc: 2').replace('Differentiate', 'Differentiate {6/a}');
    expect(await told(divides)).toEqual(['3 variants.with a = 0, b = 1, c = 2', '3 variants.noValue 6/a']);
    expect(await told(divides.replace('{ from: -1, to: 2 }', '{ from: -1, to: 2, not: 0 }'))).toEqual([]);
  });

  it('is found among those that are looked at before it is published, too', async () => {
    const question = await compiled(slope('a: { from: 1, to: 100 }\nb: 1\nc: 2a'));
    expect(wrongVariant(question, { from: 0, to: 100, most: 2_000 })).toBeNull();
    // a key that is right for all but one
    const template =
      question.key.variants?.template.replace('"{c}x + {b}"', '"{c}x + {b}*(47 - {a})/(47 - {a})"') ?? '';
    const wrong = {
      ...question,
      key: { ...question.key, variants: { parameters: question.key.variants?.parameters ?? '', template } },
    };
    expect(wrongVariant(wrong as Question, { from: 0, to: 40, most: 2_000 })).toBeNull();
    expect(wrongVariant(wrong as Question, { from: 0, to: 100, most: 2_000 })?.values).toBe('a = 47, b = 1, c = 94');
  });

  it('is found where two options are equal, and where points differ', async () => {
    const choice = `::::exercise[T]{kind=choice}\n\`\`\`yaml variants\na: { from: 1, to: 3 }\n\`\`\`\nQ?\n\n- [x] {a}\n- [ ] 2\n\n:::explanation\nE.\n:::\n::::\n`;
    expect(await told(choice)).toEqual(['2 variants.with a = 2', expect.stringMatching(/^\d+ choice\.twice/)]);
    expect(await told(slope(DRAWN, 'd: { equals: "{c}x + {b}", points: {a} }'))).toEqual([
      expect.stringMatching(/^3 variants\.with a = \d, b = /),
      '3 variants.points',
    ]);
  });
});
