import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuestion } from '../../lesson/compile-question.ts';
import type { Prose } from '../foreign.ts';
import { Notes } from './notes.ts';
import { heldPicture } from './pictures.ts';
import { blocks, line, phrase, words } from './write.ts';

const markdown = (as: Prose['as'], text: string, more: Partial<Prose> = {}): string =>
  blocks({ as, text, ...more }, new Notes());
const told = (as: Prose['as'], text: string, more: Partial<Prose> = {}): string[] => {
  const notes = new Notes();
  blocks({ as, text, ...more }, notes);
  return notes.remarks.map(({ code }) => code);
};

describe('HTML of another program', () => {
  it.each([
    ['<p>A <b>big</b> <i>word</i></p><p>two</p>', 'A **big** *word*\n\ntwo'],
    ['H<sub>2</sub>O and x<sup>2</sup>', 'H₂O and x²'],
    ['a<br>b', 'a\\\nb'],
    ['<pre>x = 1\n  y</pre>', '```\nx = 1\n  y\n```'],
    ['<h1>A</h1><h5>B</h5>', '## A\n\n### B'],
    ['<p class="MsoNormal"><o:p>Word</o:p></p>', 'Word'],
    ['x &lt; 5 &amp; y', 'x < 5 & y'],
    ['a\u00A0b\u00ADc', 'a bc'],
    ['<p><br></p>', ''],
    ['<table><tr><th>A</th></tr><tr><td>1|2</td></tr></table>', '| A    |\n| ---- |\n| 1\\|2 |'],
  ])('%s', (html, expected) => expect(markdown('html', html)).toBe(expected));

  it.each([
    ['\\(x_1*y\\) is', '$x_1*y$ is'],
    ['\\[x\\]', '$x$'],
    ['$$x$$ costs $5 and $6', '$x$ costs \\$5 and \\$6'],
    ['[tex]x^2[/tex]', '$x^2$'],
    ['<code>\\(x\\)</code>', '`\\(x\\)`'],
    ['<img class="equation_image" data-equation-content="\\frac{1}{2}" src="/x">', '$\\frac{1}{2}$'],
    ['<img class="equation_image" alt="LaTeX: \\pi" src="/x">', '$\\pi$'],
    ['<img class="equation_image" src="/equation_images/%255Cpi">', '$\\pi$'],
    ['<math><mfrac><mn>1</mn><mi>x</mi></mfrac></math>', '$\\frac{1}{x}$'],
  ])('has maths in %s', (html, expected) => expect(markdown('html', html)).toBe(expected));

  it('loses what runs, and says so', () => {
    expect(markdown('html', 'a<script>alert(1)</script><iframe src="x"></iframe><p onclick="x()">b</p>')).toBe(
      'a\n\nb',
    );
    expect(told('html', '<script>x</script><iframe></iframe><a href="javascript:x">b</a>')).toEqual([
      'prose.leftOut',
      'prose.leftOut',
      'prose.link',
    ]);
  });
  it('shows maths that cannot be typeset as it is written, and says so', () => {
    expect(markdown('html', '\\(\\nothing{\\)')).toBe('`\\nothing{`');
    expect(told('html', '\\(\\nothing{\\)')).toEqual(['prose.maths']);
  });
  it('keeps a picture of the file as bytes, and fetches none', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x49, 0x45, 0x4e, 0x44]);
    const notes = new Notes();
    const text = '<img src="a/b%20c.png" alt="A cat"><img src="https://elsewhere.example/x.png">';
    const held = heldPicture(1);
    expect(blocks({ as: 'html', text, picture: () => png }, notes)).toBe(`![A cat](picture:${held})*\\[x.png]*`);
    expect(notes.pictures.map(({ id, name, bytes }) => [id, name, bytes?.length])).toEqual([
      [held, 'b c.png', 12],
      [null, 'x.png', undefined],
    ]);
    expect(notes.remarks.map(({ code }) => code)).toEqual(['picture.outside']);
  });
  it('says what the file shows nothing of, and names the same picture once', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x49, 0x45, 0x4e, 0x44]);
    const notes = new Notes();
    const text = '<p><img src="a]$b.png"></p><p><img src="other.png" alt="Again"></p>';
    expect(blocks({ as: 'html', text, picture: () => png }, notes)).toMatch(
      /^!\[a\\\]\\\$b\.png\]\(picture:\S+01\)\n\n!\[Again\]\(picture:\S+01\)$/,
    );
    expect(notes.remarks.map(({ code }) => code)).toEqual(['picture.noWords']);
  });
  it('says of a picture that it is cut off', () => {
    expect(told('html', '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP">')).toEqual(['picture.broken']);
  });
});

describe('text of another program', () => {
  it('is text where it is plain, with code between pre', () => {
    expect(markdown('plain', 'Ask *x* <b>\nmore\n<pre>\n<script>\n</pre>\nend')).toBe(
      'Ask \\*x\\* \\<b>\\\nmore\n\n```\n<script>\n```\n\nend',
    );
  });
  it('flows in Moodle, where only real tags are HTML', () => {
    expect(markdown('moodle', 'x<5 and b>3\nnext\n\nlast')).toBe('x<5 and b>3 next\n\nlast');
    expect(markdown('moodle', 'a <b>b</b>')).toBe('a **b**');
  });
  it('is Markdown where it says so, but for what would be ours', () => {
    expect(markdown('markdown', '# Head\n\n- [x] a **b** \\(x_1*y_1\\)')).toBe('## Head\n\n- a **b** $x_1*y_1$');
    expect(markdown('markdown', 'It is $x$', { dollars: true })).toBe('It is $x$');
    expect(markdown('markdown', 'It is $x$')).toBe('It is \\$x\\$');
  });
  it('is one line in a pair, and without quotations in an option', () => {
    expect(line({ as: 'html', text: '<p>a</p><p>b <b>c</b></p>' }, new Notes())).toBe('a b **c**');
    expect(phrase({ as: 'html', text: '<blockquote>a</blockquote>' }, new Notes())).toBe('a');
    expect(words({ as: 'html', text: '<p>a <b>b</b></p>' }, new Notes())).toBe('a b');
  });
  it('never becomes anything but text, whatever stands in it', async () => {
    const signs = fc.constantFrom(...'-[]x*_`$:{}#>|~\\ \n1.a<&', ':::hint', '- [x] a', '```yaml answer', '$$', '->');
    await fc.assert(
      fc.asyncProperty(
        fc.array(signs, { maxLength: 30 }).map((all) => all.join('')),
        async (text) => {
          const prompt = markdown('plain', text);
          if (prompt === '') return;
          const source = `::::check[T]\n${prompt}\n\n- [x] a\n- [ ] b\n\n:::explanation\n${prompt}\n:::\n::::\n`;
          const compiled = await compileQuestion(source, 'x.md');
          expect(compiled.ok ? [] : compiled.problems, source).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
