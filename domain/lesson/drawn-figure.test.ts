/** Figures as authors write them: what is stored of them, and where what is wrong is told. */
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../figures/examples.ts';
import { drawing } from './compiled.ts';
import { compiled, FRONT, lessonOf, problemsOf } from './example.ts';

const figureOf = (yaml: string): string => `:::figure\n\`\`\`yaml\n${yaml}\n\`\`\`\nMove *it*.\n:::`;
const SMALL = `title: A line
say: So it is.
views:
  - plane: map
    x: { from: 0, to: 1 }
    y: { from: 0, to: 1 }
    draw:
      - { curve: { y: x } }`;
/** Line of the first line of a figure's YAML. */
const FIRST = FRONT.split('\n').length + 2;

describe('a figure as data', () => {
  it.each(Object.entries(EXAMPLES))('is compiled, drawn once and put into words: %s', async (_, yaml) => {
    const lesson = await compiled(figureOf(yaml));
    const [block] = lesson.body;
    if (block?.type !== 'drawing') throw new Error('a figure was expected');
    expect(block.drawing.captionHtml).toBe('Move <em>it</em>.');
    expect(block.drawing.figure.said).not.toMatch(/[{}]|NaN|undefined/);
    // what is stored is read as it is
    expect(drawing.parse(structuredClone(block.drawing))).toEqual(block.drawing);
  });

  it('has its sentence with the numbers of its first state, and its labels as HTML', async () => {
    const [block] = (await compiled(figureOf(EXAMPLES.walk ?? ''))).body;
    if (block?.type !== 'drawing') throw new Error('a figure was expected');
    const { figure } = block.drawing;
    // 3.5 and (−2.5, −2): the bright box at w = 0
    expect(figure.said).toBe('At w = (0, 0) the loss is 3.5; the gradient is (−2.5, −2).');
    expect(figure.ask).toContain('katex');
    expect(figure.define[0]).toEqual({ name: 'L', params: ['a', 'b'], of: 'mse([b, a, a + b], [1, 2, 3]) * 3/4' });
    expect(figure.views[1]).toMatchObject({ columns: [{ head: 'k', of: 'walk.k', digits: 0 }, { of: 'walk.loss' }] });
  });

  it('lays a graph out once, from left to right', async () => {
    const [block] = (await compiled(figureOf(EXAMPLES.fit ?? ''))).body;
    const view = block?.type === 'drawing' ? block.drawing.figure.views[0] : undefined;
    if (view === undefined || !('graph' in view)) throw new Error('a graph was expected');
    const xs = ['w', 'a', 's', 'r', 'loss'].map((name) => view.layout.wide[name]?.x ?? Number.NaN);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(new Set(xs).size).toBe(5);
  });
});

describe('what is wrong in a figure is told where it stands', () => {
  const FAULTS: [title: string, yaml: string, code: string, line: number, column: number][] = [
    ['a formula that cannot be read', SMALL.replace('y: x }', 'y: "x + (2" }'), 'matrix.unclosed', 8, 28],
    ['a name that nothing has', SMALL.replace('y: x }', 'y: x + slope }'), 'drawing.unknown', 8, 27],
    ['shapes that do not fit', SMALL.replace('y: x }', 'y: "[1, 2] + [1, 2, 3]" }'), 'matrix.together', 8, 24],
    ['a definition without a formula', `${SMALL}\ndefine: [nothing]`, 'drawing.define', 9, 10],
    [
      'a fault inside a definition',
      `${SMALL.replace('y: x }', 'y: f(x) }')}\ndefine:\n  - f(t) = t + other`,
      'drawing.unknown',
      10,
      16,
    ],
    ['a name that is taken', `${SMALL}\ndefine: [a = 1, a = 2]`, 'drawing.twice', 9, 17],
    ['a mark that there is not', SMALL.replace('curve: { y: x }', 'kurve: 1'), 'drawing.kind', 8, 9],
    ['a key that there is not', SMALL.replace('{ y: x }', '{ y: x }, colour: red'), 'yaml.unknownKey', 8, 28],
    ['a view without its bounds', SMALL.replace('x: { from: 0, to: 1 }', 'x: { from: 0 }'), 'yaml.missing', 5, 5],
    [
      'bounds the wrong way round',
      SMALL.replace('x: { from: 0, to: 1 }', 'x: { from: 2, to: 1 }'),
      'drawing.range',
      5,
      5,
    ],
    [
      'a control that begins outside',
      `${SMALL}\ncontrols: [{ slider: a, from: 0, to: 1, at: 2 }]`,
      'drawing.outside',
      9,
      41,
    ],
    [
      'a point in no plane',
      `${SMALL}\ncontrols: [{ point: a, in: no, at: [0, 0], within: [[0, 1], [0, 1]] }]`,
      'drawing.view',
      9,
      24,
    ],
    [
      'a row that is too short',
      `${SMALL}\ndata: { t: { columns: [a, b], values: [[1, 2], [3]] } }`,
      'drawing.row',
      9,
      48,
    ],
    [
      'an option that would lose its place',
      `${SMALL}\ncontrols: [{ choice: c, options: { no: 1, 10: 2 }, at: no }]`,
      'drawing.optionName',
      9,
      43,
    ],
    ['a readout that is none', `${SMALL}\nreadouts: [{ $m$: m }]`, 'drawing.unknown', 9, 19],
    ['a label whose maths is none', SMALL.replace('{ y: x }', '{ y: x }, label: $\\nope$'), 'maths', 8, 28],
    [
      'an option of another shape',
      `${SMALL.replace('y: x }', 'y: "x + sum(c + [1, 2])" }')}\ncontrols: [{ choice: c, options: { a: [1, 2], b: [1, 2, 3] }, at: a }]`,
      'matrix.together',
      8,
      32,
    ],
  ];
  it.each(FAULTS)('%s', async (_, yaml, code, line, column) => {
    const found = await problemsOf(lessonOf(figureOf(yaml)));
    expect(found.map((one) => [one.code, one.line - FIRST + 1, one.column])).toEqual([[code, line, column]]);
  });
});
