import { describe, expect, it } from 'vitest';
import { viewOf } from '../question.ts';
import { splitLesson } from './compiled.ts';
import { check, compiled, exercise, FRONT, fence, lessonOf, problemsOf } from './example.ts';

const TESTS = fence(
  'yaml tests',
  `- name: A visible one
  call: [3, { array: [1, 2.5] }]
  expect: [2.4, true]
- name: A hidden one
  hidden: true
  points: 2
  call: [{ draw: number, from: 0, to: 1 }, { draw: [2], from: -1, to: 1 }]
  expect: solution
  hint: Look at \`x\` and $x^2$.`,
);

describe('the lesson compiler', () => {
  it('keeps prose, figures and questions in their order', async () => {
    const lesson = await compiled(`## One

Text with $x^2$.

:::figure{name=tangent x=2}
Drag *it*.
:::

${check('Is it?\n\n- [x] Yes\n- [ ] No\n  > Think again.')}

### Two`);
    expect(lesson.body.map((block) => block.type)).toEqual(['html', 'figure', 'question', 'html']);
    expect(lesson.toc).toEqual([
      { id: 'one', text: 'One', depth: 2 },
      { id: 'two', text: 'Two', depth: 3 },
    ]);
    expect(lesson.slug).toBe('a-lesson');
    expect(lesson.body[1]).toMatchObject({
      figure: { name: 'tangent', captionHtml: 'Drag <em>it</em>.', parameters: { x: 2 } },
    });
  });

  it('knows the question that is made for the room', async () => {
    const [usual, marked] = [check('Is it?\n\n- [x] Yes\n- [ ] No'), check('Was it?\n\n- [x] Yes\n- [ ] No')];
    const withMark = (text: string, id: string): string => text.replace(/\{#[\w-]+/, `{#${id} live`);
    const lesson = await compiled(`${usual}\n\n${withMark(marked, 'room')}`);
    expect(lesson.room).toBe('room');
    expect((await compiled(usual)).room).toBeUndefined();
    expect(await problemsOf(`${FRONT}${withMark(usual, 'one')}\n\n${withMark(marked, 'two')}`)).toEqual([
      expect.objectContaining({ code: 'attribute.liveTwice', params: { id: 'one' } }),
    ]);
    expect(await problemsOf(`${FRONT}${withMark(usual, 'one').replace(' live', ' live=yes')}`)).toEqual([
      expect.objectContaining({ code: 'attribute.live' }),
    ]);
  });

  it('typesets maths on the server, for eyes and screen readers', async () => {
    const lesson = await compiled('So $x^2$, and\n\n$$\n\\int x\\,dx\n$$');
    const block = lesson.body[0];
    expect(block).toMatchObject({ type: 'html' });
    const html = block?.type === 'html' ? block.html : '';
    expect(html).toContain('<annotation encoding="application/x-tex">x^2</annotation></semantics></math></span>');
    expect(html).toContain('class="maths-display"');
    expect(html).toMatch(/^<p>So <span class="maths-held"><span class="katex">.*<\/span>,<\/span> and<\/p>/s);
  });

  it('highlights code by classes and frames tables', async () => {
    const lesson = await compiled('```python\ndef f(x):\n    return 1\n```\n\n| a | b |\n|---|--:|\n| 1 | 2 |');
    const html = JSON.stringify(lesson.body);
    expect(html).toContain('code-keyword');
    expect(html).toContain('table-frame');
    expect(html).not.toContain('style=');
  });

  it('reads a choice with its key and the notes of wrong options', async () => {
    const { questions } = await compiled(check('Is it?\n\n- [x] Yes, $1$\n- [ ] No\n  > Think *again*.'));
    expect(questions[0]).toMatchObject({
      kind: 'choice',
      role: 'check',
      number: 1,
      multiple: false,
      attempts: 2,
      options: [{ letter: 'A' }, { letter: 'B', html: 'No' }],
      key: { correct: ['A'], notes: { B: '<p>Think <em>again</em>.</p>' }, explanationHtml: '<p>Because.</p>' },
    });
  });

  it('reads a number with its tolerance', async () => {
    const inside = fence('yaml answer', 'value: 2.5\ntolerance: 0.1\nunit: m');
    const { questions } = await compiled(exercise(inside, '#n kind=number points=3'));
    expect(questions[0]).toMatchObject({
      points: 3,
      unit: 'm',
      key: { value: 2.5, tolerance: { absolute: 0.1, relative: 0.1 } },
    });
  });

  it('reads a maths question whose truths are derivatives or expressions', async () => {
    const parts =
      'of: x^2*y\nvariables: [x, y]\nparts:\n  dx: { by: x }\n  g: { equals: x + y, label: $g$, points: 2 }';
    const { questions } = await compiled(exercise(fence('yaml parts', parts), '#m kind=maths'));
    expect(questions[0]).toMatchObject({
      kind: 'maths',
      points: 3,
      parts: [
        { id: 'dx', label: '∂f/∂x' },
        { id: 'g', label: 'g', points: 2 },
      ],
    });
  });

  it('reads a tolerance in units in the last place, and values in any order', async () => {
    const tests =
      '- { name: A, call: [1], expect: [1, 2], tolerance: { ulp: 4 }, unordered: true }\n- { name: B, hidden: true, call: [2], expect: solution, tolerance: 0.1, hint: Hm. }';
    const inside = [
      fence('python starter', 'def f(x):\n    pass'),
      fence('python solution', 'def f(x):\n    return [x, 2]'),
      fence('yaml tests', tests),
    ];
    const { questions } = await compiled(exercise(inside.join('\n\n'), '#t kind=function entry=f'));
    expect(questions[0]?.key).toMatchObject({
      tests: [{ tolerance: { ulp: 4 }, unordered: true }, { tolerance: { absolute: 0.1, relative: 0.1 } }],
    });
  });

  it('reads how a part is checked; parts that say nothing have no entry', async () => {
    const parts =
      'variables: [x]\nparts:\n  a: { equals: x }\n  b: { equals: sqrt(2)*x, decimals: 2, strict: true, slips: [{ expression: 2*x, words: Take the root. }] }';
    const { questions } = await compiled(exercise(fence('yaml parts', parts), '#m kind=maths'));
    expect(questions[0]?.key).toMatchObject({
      checking: { b: { decimals: 2, strict: true, slips: [{ expression: '2*x', words: 'Take the root.' }] } },
    });
    const plain = await compiled(
      exercise(fence('yaml parts', 'variables: [x]\nparts:\n  a: { equals: x }'), '#m kind=maths'),
    );
    expect(plain.questions[0]?.key).not.toHaveProperty('checking');
  });

  it('reads a template: gaps go out empty, what belongs in them is the key', async () => {
    const inside = `${fence('python template', 'def f(x, y):\n    return {{body: x * 2}}  # hm')}\n\n${TESTS}`;
    const { questions } = await compiled(exercise(inside, '#b kind=blanks entry=f'));
    expect(questions[0]).toMatchObject({
      kind: 'blanks',
      template: [{ text: 'def f(x, y):\n    return ' }, { gap: 'body' }, { text: '  # hm\n' }],
      key: { gaps: { body: 'x * 2' }, solution: 'def f(x, y):\n    return x * 2  # hm\n' },
    });
  });

  it('reads a function with its tests and shows the visible ones in the language’s own notation', async () => {
    const inside = `${fence('python starter', 'def f(a, b):')}\n\n${fence('python solution', 'def f(a, b):\n    return 1')}\n\n${TESTS}`;
    const { questions } = await compiled(exercise(inside, '#f kind=function entry=f'));
    expect(questions[0]).toMatchObject({
      points: 3,
      hiddenTests: 1,
      examples: [{ call: 'f(3, np.array([1.0, 2.5]))', expected: '[2.4, True]', points: 1 }],
      key: {
        tests: [
          { visible: true, draws: 1 },
          { visible: false, draws: 3, expect: { type: 'solution' } },
        ],
      },
    });
  });

  it('splits off everything that a student must not have', async () => {
    const lesson = await compiled(check('Is it?\n\n- [x] Yes\n- [ ] No\n  > A secret note.'));
    const { content, keys } = splitLesson(lesson);
    expect(JSON.stringify(content)).not.toMatch(/secret|Because|correct/);
    expect(Object.keys(keys)).toEqual(['some-check']);
  });

  it('links lessons by their files, whose pages lie side by side', async () => {
    const lesson = await compiled('[a](../level-06/03-the-loss.md#here)');
    expect(lesson.body).toEqual([{ type: 'html', html: '<p><a href="the-loss#here">a</a></p>' }]);
  });

  it('leaves words with colons alone', async () => {
    const lesson = await compiled('At 9:30, a ratio of x:y, and a::b.');
    expect(lesson.body).toEqual([{ type: 'html', html: '<p>At 9:30, a ratio of x:y, and a::b.</p>' }]);
  });

  it('reads files with Windows line ends', async () => {
    expect(await problemsOf(lessonOf('## A\n\nText').replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('tells all problems of a file at once, in its order', async () => {
    const problems = await problemsOf(`${FRONT.replace('title: A lesson\n', '')}# Big\n\n$\\frac{$\n`);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['yaml.missing', 2],
      ['heading.first', 4],
      ['maths', 6],
    ]);
  });
});

describe('texts and orders', () => {
  it('keeps the places of the items in the key, and shows the list as it is written', async () => {
    const lesson = await compiled(check('Q?\n\n- [2] **Step**\n- [1] Gradient $g$\n- [2] Stop', '[T]{#o kind=order}'));
    const question = lesson.questions[0];
    if (question?.kind !== 'order') throw new Error('no order');
    expect(question.items.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
    expect(question.items[0]?.html).toBe('<strong>Step</strong>');
    expect(question.key.places).toEqual({ A: 2, B: 1, C: 2 });
    expect(JSON.stringify(viewOf(question))).not.toMatch(/places|\[2\]/);
  });
  it('keeps the accepted texts in the key', async () => {
    const answer = 'accept: [gradient, nabla f]\ntypos: 1\nwrong: [{ text: slope, words: Of *one* variable. }]';
    const lesson = await compiled(exercise(fence('yaml answer', answer), '#t kind=text points=2'));
    const question = lesson.questions[0];
    if (question?.kind !== 'text') throw new Error('no text');
    expect(question).toMatchObject({ points: 2, key: { accept: ['gradient', 'nabla f'], capitals: false, typos: 1 } });
    expect(question.key.notes[0]?.html).toBe('Of <em>one</em> variable.');
    expect(JSON.stringify(viewOf(question))).not.toMatch(/gradient|nabla|slope/);
  });
});
