import { createTranslator, type Messages } from 'next-intl';
import { describe, expect, it } from 'vitest';
import messages from '../../messages/en/lesson-problems.json' with { type: 'json' };
import { check, EXPLAINED, exercise, FRONT, fence, lessonOf, problemsOf, told } from './example.ts';

const OPTIONS = '- [x] Yes\n- [ ] No';
const VISIBLE = '- name: V\n  call: [1]\n  expect: 1';
const HIDDEN = '- name: H\n  hidden: true\n  call: [1]\n  expect: solution\n  hint: Hm.';
const CODE = [fence('python starter', 'def f(x):'), fence('python solution', 'def f(x):\n    return x')].join('\n\n');

/** A function exercise; the first line of its tests is line 13. */
function withTests(tests: string): string {
  return exercise(`${CODE}\n\n${fence('yaml tests', tests)}`, '#f kind=function entry=f');
}
/** A maths exercise; the first line of its parts is line 5. */
function withParts(parts: string): string {
  return exercise(fence('yaml parts', parts), '#m kind=maths');
}
/** A blanks exercise; the first line of its template is line 5. */
function withTemplate(template: string): string {
  const tests = fence('yaml tests', `${VISIBLE}\n${HIDDEN}`);
  return exercise(`${fence('python template', template)}\n\n${tests}`, '#b kind=blanks entry=f');
}
/** A question of order; the first line of its list is line 4. */
function ordered(list: string): string {
  return check(`Q?\n\n${list}`, '[T]{#o kind=order}');
}
/** A question of pairs; the first line of its list is line 4. */
function matched(list: string): string {
  return check(`Q?\n\n${list}`, '[T]{#p kind=match}');
}
/** A question for a text; the first line of its answer is line 5. */
function worded(answer: string): string {
  return exercise(fence('yaml answer', answer), '#t kind=text');
}
/** A matrix exercise; the first line of its answer is line 5. */
function filled(answer: string): string {
  return exercise(fence('yaml answer', answer), '#x kind=matrix');
}
/** A question for a set; the first line of its answer is line 5. */
function gathered(answer: string): string {
  return exercise(fence('yaml answer', answer), '#s kind=set');
}
function hidden(call: string, expected: string): string {
  return withTests(`${VISIBLE}\n- name: H\n  hidden: true\n  hint: Hm.\n  call: ${call}\n  expect: ${expected}`);
}

/** What an author wrote, and what the compiler tells, with the line below the front matter. */
const STRUCTURE: [string, string, string][] = [
  ['a block that is never closed', ':::figure{name=tangent}\nHm.', 'directive.unclosed@1'],
  ['colons that close nothing', 'Text\n\n:::', 'directive.stray@3'],
  ['an unknown block', 'Text\n\n:::note\nHm.\n:::', 'directive.unknown@3'],
  ['an empty block', ':::figure{name=tangent}\n:::', 'directive.empty@1'],
  ['a footnote', 'Text[^1]\n\n[^1]: Note', 'footnote@3'],
  ['a title in the text', '# Title', 'heading.first@1'],
  ['a heading too deep', 'A\n\n#### Deep', 'heading.deep@3'],
  ['an anchor that leads nowhere', '[a](#nowhere)', 'link.anchor@1'],
  ['a link of no known form', 'A\n[a](lesson-2)', 'link.form@2'],
  ['maths that cannot be typeset', 'A\n\n$$\n\\frac{1\n$$', 'maths@3'],
  ['an unknown figure', ':::figure{name=cube}\nHm.\n:::', 'figure.name@1'],
  ['a parameter out of range', ':::figure{name=tangent x=9}\nHm.\n:::', 'figure.range@1'],
  ['an unknown parameter', ':::figure{name=tangent z=1}\nHm.\n:::', 'figure.parameter@1'],
];

const QUESTIONS: [string, string, string][] = [
  ['no id', check(`Q?\n\n${OPTIONS}`, '[T]'), 'attribute.noId@1'],
  ['a wrong id', check(`Q?\n\n${OPTIONS}`, '[T]{id="1 2"}'), 'attribute.id@1'],
  ['the same id twice', `${check(`Q?\n\n${OPTIONS}`)}\n\n${check(`Q?\n\n${OPTIONS}`)}`, 'question.sameId@12'],
  ['no title', check(`Q?\n\n${OPTIONS}`, '{#c}'), 'question.title@1'],
  ['no text', check(OPTIONS), 'question.prompt@1'],
  ['no explanation', `:::check[T]{#c}\nQ?\n\n${OPTIONS}\n:::`, 'question.explanation@1'],
  ['two explanations', check(`Q?\n\n${OPTIONS}\n\n${EXPLAINED}`), 'question.twice@11'],
  ['an unknown attribute', check(`Q?\n\n${OPTIONS}`, '[T]{#c colour=red}'), 'attribute.unknown@1'],
  ['an attribute of another kind', check(`Q?\n\n${OPTIONS}`, '[T]{#c entry=f}'), 'attribute.unknown@1'],
  ['a wrong number of attempts', check(`Q?\n\n${OPTIONS}`, '[T]{#c attempts=many}'), 'attribute.attempts@1'],
  ['no attempts at all', check(`Q?\n\n${OPTIONS}`, '[T]{#c attempts=0}'), 'attribute.attempts@1'],
  ['wrong seconds', check(`Q?\n\n${OPTIONS}`, '[T]{#c seconds=1}'), 'attribute.seconds@1'],
  ['wrong points', check(`Q?\n\n${OPTIONS}`, '[T]{#c points=-1}'), 'attribute.points@1'],
  [
    'a wrong place of the solution',
    check(`Q?\n\n${OPTIONS}`, '[T]{#c solution-after=x}'),
    'attribute.solution-after@1',
  ],
  ['an unknown kind', exercise('Hm.', '#e kind=essay'), 'attribute.kind@1'],
  ['an exercise without its kind', exercise('Hm.', '#e'), 'attribute.kind@1'],
  ['an unknown block in a question', check(`Q?\n\n${OPTIONS}\n\n:::note\nHm.\n:::`), 'directive.unknown@7'],
  ['an unknown fenced block', check(`Q?\n\n${OPTIONS}\n\n${fence('python strater', 'x')}`), 'fence.role@7'],
  ['a fenced block of another kind', check(`Q?\n\n${OPTIONS}\n\n${fence('python starter', 'x')}`), 'fence.notHere@7'],
  ['one option', check('Q?\n\n- [x] Yes'), 'choice.options@4'],
  ['an option without a box', check('Q?\n\n- [x] Yes\n- No'), 'choice.box@5'],
  ['an empty option', check('Q?\n\n- [x] Yes\n- [ ] &nbsp;'), 'choice.empty@5'],
  ['credit where one option is right', check(`Q?\n\n${OPTIONS}`, '[T]{#q credit=all}'), 'choice.creditOfOne@4'],
  ['credit of another sort', check('Q?\n\n- [x] A\n- [x] B', '[T]{#q credit=half}'), 'attribute.credit@1'],
  ['weights that do not add up', check('Q?\n\n- [50%] A\n- [40%] B\n- [-10%] C'), 'choice.weights@4'],
  ['a weight too large', check('Q?\n\n- [100%] A\n- [120%] B'), 'choice.worth@5'],
  ['a weight on some options only', check('Q?\n\n- [100%] A\n- [ ] B'), 'choice.worth@5'],
  ['credit beside weights', check('Q?\n\n- [100%] A\n- [0%] B', '[T]{#q credit=all}'), 'choice.creditOfWeights@4'],
  ['no right option', check('Q?\n\n- [ ] Yes\n- [ ] No'), 'choice.noKey@4'],
  ['a note on the right option', check('Q?\n\n- [x] Yes\n  > Well done.\n- [ ] No'), 'choice.noteOnRight@5'],
  ['one item to order', ordered('- [1] Yes'), 'order.items@4'],
  ['an item without a place', ordered('- [2] One\n- Two\n- [1] Three'), 'order.box@5'],
  ['a place that is not there', ordered('- [2] One\n- [3] Two'), 'order.box@5'],
  ['an empty item', ordered('- [2]\n- [1] Two'), 'order.empty@4'],
  ['items of one place', ordered('- [1] One\n- [1] Two'), 'order.noOrder@4'],
  [
    'two items that read alike and have another place each',
    ordered('- [2] One\n- [1] Two\n- [3] One'),
    'order.twice@6',
  ],
  ['items in their right order', ordered('- [1] One\n- [2] Two'), 'order.unshuffled@4'],
  ['one pair', matched('- a -> b\n- -> c'), 'match.pairs@4'],
  ['pairs of one answer', matched('- a -> c\n- b -> c'), 'match.pairs@4'],
  ['a line without an arrow', matched('- a -> b\n- c\n- d -> e\n- f -> g'), 'match.pair@5'],
  ['a line with a box', matched('- a -> b\n- [x] d -> e\n- f -> g'), 'match.pair@5'],
  ['a line with two arrows', matched('- a -> b\n- d -> e -> f'), 'match.arrows@5'],
  ['a line without a right side', matched('- a -> b\n- d -> e\n- f ->'), 'match.empty@6'],
  ['the same prompt twice', matched('- a -> b\n- d -> e\n- a -> f'), 'match.promptTwice@6'],
  ['an answer that belongs to none and to one', matched('- a -> b\n- d -> e\n- -> b'), 'match.answerTwice@6'],
  ['a note on an answer that is not there', matched('- a -> b\n  > -> x\n  > No.\n- d -> e'), 'match.noteHalf@5'],
  ['a note on a right pair', matched('- a -> b\n  > -> b\n  > No.\n- d -> e'), 'match.noteOnRight@5'],
  ['a text that nobody can write', worded('accept: ["\\u200b"]'), 'text.empty@5'],
  ['a text accepted twice', worded('accept: [Gradient, gradient.]'), 'text.twice@5'],
  ['a text too short to be misspelt', worded('accept: [xy]\ntypos: 1'), 'text.typos@6'],
  [
    'a wrong text that is right',
    worded('accept: [gradient]\nwrong: [{ text: Gradient, words: No. }]'),
    'text.wrongIsRight@6',
  ],
  ['a text that is no text', worded('accept: [2]'), 'yaml.type@5'],
  [
    'options of another kind',
    withParts(`of: x\nvariables: [x]\nparts: { a: { by: x } }`).replace('Do it.', OPTIONS),
    'choice.notHere@2',
  ],
  ['a number that is none', exercise(fence('yaml answer', 'value: two'), '#n kind=number'), 'yaml.type@5'],
  ['YAML that is none', exercise(fence('yaml answer', 'value: [1'), '#n kind=number'), 'yaml.syntax@5'],
  ['a missing fenced block', exercise('Hm.', '#n kind=number'), 'fence.missing@1'],
];

const MATHS: [string, string, string][] = [
  [
    'a key that can be read in two ways',
    withParts('variables: [x]\nparts: { a: { equals: 6x/3x } }'),
    'maths-part.twoReadings@6',
  ],
  [
    'a formula that can be read in two ways',
    withParts('of: 1/2x\nvariables: [x]\nparts: { a: { by: x } }'),
    'maths-part.twoReadings@5',
  ],
  [
    'a slip that can be read in two ways',
    withParts('variables: [x]\nparts:\n  a: { equals: x, slips: [{ expression: sqrt2 x, words: No. }] }'),
    'maths-part.twoReadings@7',
  ],
  [
    'a power of ten where Euler’s number is in play',
    withParts('euler: true\nvariables: [x]\nparts: { a: { equals: 2e-1 + x } }'),
    'maths-part.twoReadings@7',
  ],
  ['no matrix', filled('variables: [x]'), 'matrix-answer.one@5'],
  ['two matrices', filled('matrix: "[1]"\nhessian: { of: x^2, by: [x] }'), 'matrix-answer.one@6'],
  ['a matrix without entries', filled('matrix: "[ ]"'), 'matrix-answer.empty@5'],
  ['a matrix that is no rectangle', filled('matrix: "[1, 2; 3]"'), 'matrix-answer.ragged@5'],
  ['a list that is no rectangle', filled('matrix:\n  - [1, 2]\n  - [3]'), 'matrix-answer.ragged@7'],
  ['a matrix that is too large', filled('matrix: "1;2;3;4;5;6;7;8;9"'), 'matrix-answer.large@5'],
  ['a matrix that is never closed', filled('matrix: "[1, 2"'), 'matrix-answer.unclosed@5'],
  ['an entry in no variable', filled('matrix: "[2x; 1]"\nvariables: [y]'), 'maths-part.formula@5'],
  ['an entry that can be two', filled('matrix: [[1], [1/2x]]\nvariables: [x]'), 'maths-part.twoReadings@5'],
  ['a gradient by no variable', filled('variables: [x]\ngradient: { of: x, by: [y] }'), 'maths-part.variable@6'],
  [
    'a Hessian that is too long',
    filled(
      `hessian: { of: ${Array.from({ length: 60 }, (_, n) => `sin(${n + 2}x)*cos(${n + 3}x)`).join(' + ')}, by: [x] }`,
    ),
    'matrix-answer.hessian@5',
  ],
  ['no set', gathered('variable: t'), 'set-answer.one@5'],
  ['values and a part of the line', gathered('values: [1]\nreals: "[1; 2]"'), 'set-answer.one@6'],
  ['a set that cannot be read', gathered('reals: "[1; 2"'), 'set-answer.unread@5'],
  ['an inequality in the place of values', gathered('values: x < 2'), 'set-answer.unread@5'],
  ['a set that can be two', gathered('values: "1,5"'), 'set-answer.twoReadings@5'],
  ['an end that is no real number', gathered('reals: x > sqrt(-1)'), 'set-answer.unread@5'],
  ['values of what is solved for', gathered('values: 2x\nvariables: [x]'), 'set-answer.own@6'],
  ['a part of the line in variables', gathered('reals: x > 1\nvariables: [a]'), 'set-answer.numbers@6'],
  ['a set with a positive stranger', gathered('values: [1]\npositive: [a]'), 'maths-part.variable@6'],
  ['no parts', withParts('variables: [x]\nparts: {}'), 'maths-part.none@6'],
  ['a part without a truth', withParts('variables: [x]\nparts:\n  a: { points: 1 }'), 'maths-part.truth@7'],
  [
    'a part with two truths',
    withParts('of: x\nvariables: [x]\nparts:\n  a: { by: x, equals: x }'),
    'maths-part.both@8',
  ],
  ['an unknown variable', withParts('of: x\nvariables: [x]\nparts:\n  a: { by: y }'), 'maths-part.variable@8'],
  [
    'a formula that cannot be read',
    withParts('of: x +\nvariables: [x]\nparts:\n  a: { by: x }'),
    'maths-part.formula@5',
  ],
  [
    'a slip that cannot be read',
    withParts('variables: [x]\nparts:\n  a:\n    equals: x\n    slips:\n      - { expression: x +, words: Hm. }'),
    'maths-part.formula@10',
  ],
  ['decimals that are none', withParts('variables: [x]\nparts:\n  a: { equals: x, decimals: 2.5 }'), 'yaml.type@7'],
  ['a variable that is no name', withParts('variables: ["1x"]\nparts: {}'), 'yaml.identifier@5'],
];

const CODES: [string, string, string][] = [
  ['no entry', exercise(CODE, '#f kind=function'), 'attribute.noEntry@1'],
  ['an entry that is no name', exercise(CODE, '#f kind=function entry=a-b'), 'attribute.entry@1'],
  [
    'a language that cannot be run',
    exercise(fence('ruby starter', 'def f'), '#f kind=function entry=f'),
    'fence.language@4',
  ],
  [
    'code without the function',
    withTests(`${VISIBLE}\n${HIDDEN}`).replace('def f(x):', 'def g(x):'),
    'fence.noEntry@4',
  ],
  [
    'two languages',
    withTests(`${VISIBLE}\n${HIDDEN}`).replace('python solution', 'js solution'),
    'fence.twoLanguages@8',
  ],
  ['tests that are no list', withTests('name: V'), 'tests.list@14'],
  ['no visible test', withTests(HIDDEN), 'tests.noneVisible@13'],
  ['two tests of one id', withTests(`${VISIBLE}\n  id: t2\n${HIDDEN}`), 'tests.twice@13'],
  [
    'a visible test without a value',
    withTests(`${VISIBLE.replace('expect: 1', 'expect: solution')}\n${HIDDEN}`),
    'tests.visibleValue@16',
  ],
  ['a hidden test without a hint', withTests(`${VISIBLE}\n${HIDDEN.replace('\n  hint: Hm.', '')}`), 'tests.noHint@17'],
  ['an unknown key', withTests(`${VISIBLE}\n  hidde: true`), 'yaml.unknownKey@17'],
  ['a missing key', withTests('- name: V\n  expect: 1'), 'yaml.missing@14'],
  ['too small a number', withTests(`${VISIBLE}\n  points: -1`), 'yaml.tooSmall@17'],
  ['too big a number', withTests(`${VISIBLE}\n  draws: 99`), 'yaml.tooBig@17'],
  ['a tolerance that is none', withTests(`${VISIBLE}\n  tolerance: much`), 'yaml.form@17'],
  ['an argument of no known form', hidden('[{ rand: 3 }]', 'solution'), 'argument.form@20'],
  ['a draw from nothing', hidden('[{ draw: number, from: 2, to: 1 }]', 'solution'), 'argument.range@20'],
  [
    'a formula of a call that cannot be read',
    hidden('[{ formula: x*, of: [x] }]', 'solution'),
    'maths-part.formula@20',
  ],
  ['an expectation of no known form', hidden('[1]', '{ shape: [1] }'), 'expect.form@21'],
  ['a derivative of nothing', hidden('[1]', 'jacobian'), 'expect.derivative@21'],
  ['a Jacobian of a single formula', hidden('[{ formula: x, of: [x] }, [1]]', 'jacobian'), 'expect.formulaSort@21'],
  ['a point of the wrong size', hidden('[{ formula: x, of: [x] }, [1, 2]]', 'gradient'), 'expect.size@21'],
  ['no gap', withTemplate('def f(x):\n    return x'), 'gap.none@4'],
  ['a gap without a name', withTemplate('def f(x):\n    return {{2*x}}'), 'gap.name@6'],
  ['two gaps of one name', withTemplate('def f(x):\n    return {{a: 1}} + {{a: 2}}'), 'gap.twice@6'],
  ['a gap that says nothing', withTemplate('def f(x):\n    return {{a}}'), 'gap.content@6'],
];

describe('problems of a lesson', () => {
  it.each([...STRUCTURE, ...QUESTIONS, ...MATHS, ...CODES])('tells %s, with its line', async (_, body, problem) => {
    expect(await told(body)).toContain(problem);
  });

  it('has words for all of them', async () => {
    const onError = (error: Error) => {
      throw error;
    };
    const catalogue: Messages = messages;
    const t = createTranslator({ locale: 'en', messages: catalogue, onError });
    for (const [, body] of [...STRUCTURE, ...QUESTIONS, ...MATHS, ...CODES]) {
      for (const { code, params } of await problemsOf(lessonOf(body))) {
        expect(t(code, params)).toMatch(/^[A-Z“`\d].*\S$/s);
      }
    }
  });

  it('asks for the front matter', async () => {
    expect(await problemsOf('## A')).toMatchObject([{ code: 'frontMatter.missing', line: 1 }]);
    const turned = '---\ntitle: A \u202etitle\ndescription: D.\n---\n\n## A';
    expect(await problemsOf(turned)).toMatchObject([{ code: 'yaml.unseen', line: 2 }]);
  });

  it('points at the very column of a gap', async () => {
    const problems = await problemsOf(`${FRONT}${withTemplate('def f(x):\n    return {{a}}')}`);
    expect(problems).toMatchObject([{ file: 'lesson.md', column: 12 }]);
  });
});
