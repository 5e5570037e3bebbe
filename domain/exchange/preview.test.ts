import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type PreviewItem, previewOf } from './preview.ts';
import { FileRefused } from './remark.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const preview = (text: string) => previewOf(bytesOf(text));
async function only(text: string): Promise<PreviewItem> {
  const { items } = await preview(text);
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`${items.length} items`);
  return item;
}
const codes = ({ remarks }: Pick<PreviewItem, 'remarks'>): string[] => remarks.map(({ code }) => code);
async function refusal(bytes: Uint8Array | string): Promise<string> {
  try {
    await previewOf(typeof bytes === 'string' ? bytesOf(bytes) : bytes);
  } catch (error) {
    if (error instanceof FileRefused) return error.remark.code;
    throw error;
  }
  return 'nothing';
}

const moodle = (questions: string): string => `<?xml version="1.0"?><quiz>${questions}</quiz>`;
const ofMoodle = (type: string, inside: string, text = 'What?'): string =>
  moodle(
    `<question type="${type}"><name><text>N</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${inside}</question>`,
  );
const answer = (fraction: number, text: string, more = ''): string =>
  `<answer fraction="${fraction}"><text>${text}</text>${more}</answer>`;

/** As much of a picture as is looked at before it is read. */
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x49, 0x45, 0x4e, 0x44]);

describe('every item of a file', () => {
  it('is taken, changed or refused, and none is lost', async () => {
    const { format, items } = await preview('One {T}\n\nOnly text.\n\nThree {=a =b*c}\n\nFour {=a ~b');
    expect(format).toBe('gift');
    expect(items.map((item) => [item.at.number, item.taken, codes(item)])).toEqual([
      [1, true, []],
      [3, false, ['item.note']],
      [5, true, ['words.wildcard']],
      [7, false, ['gift.unclosed']],
    ]);
    expect(items.every(({ taken, document, kind }) => taken === (document !== null) && taken === (kind !== null))).toBe(
      true,
    );
  });
  it('explains itself, by the answer where the file explains nothing', async () => {
    expect((await only('Q {=right#Well done ~wrong#Why it is not}')).document).toBe(
      '::::check[Q]\nQ\n\n- [x] right\n- [ ] wrong\n  > Why it is not\n\n:::explanation\nWell done\n:::\n::::\n',
    );
    expect((await only('Q {#3..5}')).document).toContain(':::explanation\n3 … 5\n:::');
  });
  it('keeps what is told only of a result, under its sign, with the answer where nothing else is explained', async () => {
    const told = (name: string, text: string): string => `<${name}><text><![CDATA[${text}]]></text></${name}>`;
    const byResult = [
      told('correctfeedback', '<p>Well done.</p>'),
      told('partiallycorrectfeedback', '<p>Your answer is partially correct.</p>'),
      told('incorrectfeedback', '<ul><li>Look again</li></ul>'),
    ].join('');
    const item = await only(ofMoodle('multichoice', `${answer(100, 'a')}${answer(0, 'b')}${byResult}`));
    expect(item.document).toContain(':::explanation\na\n\n✓ Well done.\n\n✗\n\n- Look again\n:::');
    expect(item.remarks).toEqual([{ code: 'feedback.byResult', params: { count: 2 } }]);
    const general = `${told('generalfeedback', 'It is a.')}${told('correctfeedback', 'It is a.')}`;
    const once = await only(ofMoodle('multichoice', `${answer(100, 'a')}${answer(0, 'b')}${general}`));
    expect([once.document?.includes(':::explanation\nIt is a.\n:::'), codes(once)]).toEqual([true, []]);
  });
  it('may begin with colons', async () => {
    const item = await only('\\:\\:main? {=\\:\\:a ~b}');
    expect(item.document).toContain('::::check[\\:\\:main?]\n`::main?`\n\n- [x] `::a`');
  });
  it('that the compiler does not take says what it says', async () => {
    const item = await only('Q {=a->1 =a->2 =b->3}');
    expect(item.taken).toBe(false);
    expect(item.remarks).toMatchObject([{ code: 'item.check', problem: { code: 'match.promptTwice' } }]);
  });
});

describe('options', () => {
  it('that are too many lose wrong ones of which nothing is said, each by name', async () => {
    const item = await only('Q {=r ~a#1 ~b#2 ~c ~d#4 ~e#5 ~f#6}');
    expect(item.remarks).toMatchObject([{ code: 'options.leftOut', params: { names: '“c”' } }]);
    expect(item.document).not.toContain('- [ ] c');
  });
  it('are refused where too many of them are right', async () => {
    const item = await only(`Q {${Array.from({ length: 8 }, (_, at) => `~%12.5%o${at}`).join(' ')}}`);
    expect(codes(item)).toEqual(['options.many']);
  });
  it('are a poll where nothing says what is right', async () => {
    const item = await only('Q {~a ~b}');
    expect([item.kind, codes(item)]).toEqual(['open', ['options.noKey']]);
  });
  it('whose shares do not add up are made to, and that is said', async () => {
    const item = await only('Q {~%50%a ~%30%b ~c}');
    expect(codes(item)).toEqual(['options.sum']);
    expect(item.document).toContain('- [62.5%] a\n- [37.5%] b\n- [0%] c');
  });
  it('that say the same and contradict each other are refused', async () => {
    expect(codes(await only('Q {=a ~a ~b}'))).toEqual(['options.contradict']);
  });
});

describe('numbers', () => {
  it('keep what is near and earns a part, with the words on it', async () => {
    const item = await only('Q {#=1822:0 =%50%1822:2#near}');
    expect(codes(item)).toEqual([]);
    expect(item.document).toContain(
      'value: 1822\ntolerance: { absolute: 0 }\nalso:\n' +
        '  - { value: 1822, tolerance: { absolute: 2 }, percent: 50, words: "near" }\n',
    );
  });
  it('may be several, of which those that touch are one', async () => {
    const item = await only('Q {#=5 =6..7 =7:0.5 =9:0.5}');
    expect([item.kind, codes(item)]).toEqual(['number', []]);
    expect(item.document).toContain(
      'value: 5\ntolerance: { absolute: 0 }\nalso:\n  - { from: 6, to: 7.5 }\n  - { value: 9, tolerance: { absolute: 0.5 } }\n',
    );
    expect(item.document).toContain(':::explanation\n5, 6 … 7.5, 9 ± 0.5\n:::');
  });
  it('that are wrong keep their words at them, unless they are right by another', async () => {
    const item = await only('Q {#=9#Nine. =%0%5#Look again. =%0%9:0#Never. =%50%9}');
    expect(item.document).toContain('wrong:\n  - { value: 5, tolerance: { absolute: 0 }, words: "Look again." }\n');
    expect(item.document).toContain(':::explanation\nNine.\n\n- 9\n\n  Never.\n:::');
    expect(item.remarks).toEqual([{ code: 'ranges.lifted', params: { value: '9', percent: 50 } }]);
  });
  it('are refused where there are more than fit', async () => {
    const item = await only(`Q {#${Array.from({ length: 30 }, (_, at) => `=${at * 10}`).join(' ')}}`);
    expect(item.remarks).toEqual([{ code: 'ranges.many', params: { found: 30, most: 21 } }]);
  });
});

describe('texts', () => {
  it('keep a spelling that earns a part, and the words on each', async () => {
    const item = await only('Q {=Paris#Yes. =Lutetia#Its old name. =%50%Pari#The s is missing. =%0%Rome#No.}');
    expect(codes(item)).toEqual([]);
    expect(item.document).toContain(
      [
        'accept:',
        '  - text: Paris',
        '    words: Yes.',
        '  - text: Lutetia',
        '    words: Its old name.',
        '  - text: Pari',
        '    percent: 50',
        '    words: The s is missing.',
        'wrong:',
        '  - text: Rome',
        '    words: No.',
      ].join('\n'),
    );
  });
});

describe('Moodle XML', () => {
  it('does not take the fraction of an order for a weight', async () => {
    const item = await only(ofMoodle('ordering', answer(2, 'two') + answer(1, 'one') + answer(3, 'three')));
    expect(item.kind).toBe('order');
    expect(item.document).toMatch(/\[1\] one/);
    expect(item.document).toMatch(/1\. one\n2\. two\n3\. three/);
  });
  it('asks several where each right option is wholly right and nobody says how many', async () => {
    const item = await only(ofMoodle('multichoice', answer(100, 'a') + answer(100, 'b') + answer(0, 'c')));
    expect(codes(item)).toEqual(['moodle.noSingle']);
    expect(item.document).toContain('- [50%] a\n- [50%] b\n- [0%] c');
  });
  it('has units, tolerances beside the answer, and known wrong answers', async () => {
    const unit = '<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>';
    const number = await only(ofMoodle('numerical', `${answer(100, '2.5')}<tolerance>0.1</tolerance>${unit}`));
    expect(number.document).toContain('value: 2.5\ntolerance: { absolute: 0.1 }\nunit: "m"');
    const two = await only(
      ofMoodle(
        'numerical',
        answer(100, '1') + unit.replace('</units>', '<unit><unit_name>cm</unit_name></unit></units>'),
      ),
    );
    expect(codes(two)).toEqual(['moodle.units']);
    const words = '<feedback><text>Nearly.</text></feedback>';
    const text = await only(ofMoodle('shortanswer', answer(100, '18') + answer(0, '1', words) + answer(0, '*', words)));
    expect(text.document).toContain('accept:\n  - "18"\nwrong:\n  - text: "1"\n    words: Nearly.');
  });
  it('makes pairs of gaps that are picked from lists, and a text with gaps of others', async () => {
    const picked = await only(ofMoodle('cloze', '', 'A {1:MC:=x~y#no} and a {1:MULTICHOICE_H:=u~v}.'));
    expect(codes(picked)).toEqual(['gaps.asPairsOfAll']);
    expect(picked.document).toContain('A **(1)** and a **(2)**.');
    expect(picked.document).toContain('- (1) -> x\n  > -> y\n  > no\n- (2) -> u\n- -> y\n- -> v');
    const one = await only(ofMoodle('cloze', '', 'H{1:SHORTANSWER_C:=2~%50%two}O'));
    expect([one.kind, one.document?.includes('H\\_\\_\\_\\_O')]).toEqual(['text', true]);
    const mixed = await only(ofMoodle('cloze', '', '{1:MC:=x~y} {1:NM:=3:1} {1:SA:=a}'));
    expect([mixed.kind, mixed.document?.includes('[x | !y] [3 ± 1] [a]')]).toEqual(['gaps', true]);
    const heavy = await only(
      ofMoodle('cloze', '', '{3:NM:=17:0~%66%17:20#Nearly.} {1:MR:%50%u~%50%v~%-25%w} {1:SA:=H2O~H20#No zero} [x]'),
    );
    expect(heavy.document).toContain(
      '[x3: 17 ± 0 | 66% 17 ± 20 # Nearly.] [several: 50% u | 50% v | -25% w] [text: H2O | !H20 # No zero] \\[x]',
    );
  });
  it('finds a picture beside the text that names it', async () => {
    const png = Buffer.from(PNG).toString('base64');
    const file = `<file name="a b.png" path="/f/" encoding="base64">${png}</file>`;
    const item = await only(
      moodle(
        `<question type="truefalse"><name><text>N</text></name><questiontext format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/f/a%20b.png" alt="It">]]></text>${file}</questiontext>${answer(100, 'true')}${answer(0, 'false')}</question>`,
      ),
    );
    expect(item.pictures).toMatchObject([{ name: 'a b.png', alt: 'It' }]);
    expect(item.pictures[0]?.bytes).toEqual(PNG);
    expect(item.document).toContain(`![It](picture:${item.pictures[0]?.id})`);
    expect(codes(item)).toEqual([]);
  });
  it.each([
    ['calculated', '', 'moodle.calculated'],
    ['stack', '<questionvariables><text>p: rand(3);</text></questionvariables>', 'moodle.stackRandom'],
    ['ddmarker', '', 'moodle.type'],
    ['description', '', 'item.note'],
    ['coderunner', '<coderunnertype>python3</coderunnertype><template>x</template>', 'coderunner.template'],
    ['coderunner', '<coderunnertype>c_program</coderunnertype>', 'coderunner.language'],
  ])('refuses %s by its name', async (type, inside, code) =>
    expect(codes(await only(ofMoodle(type, inside)))).toEqual([code]),
  );
  it('takes a function whose tests print what it gives for plain values', async () => {
    const test = (code: string, expected: string, display: string): string =>
      `<testcase mark="1.0"><testcode><text>${code}</text></testcode><expected><text>${expected}</text></expected><display><text>${display}</text></display></testcase>`;
    const item = await only(
      ofMoodle(
        'coderunner',
        `<coderunnertype>python3</coderunnertype><answer>def f(x, y):\n    return [x, y]</answer><testcases>${test("print(f(1, 'a'))", "[1, 'a']", 'SHOW')}${test('print(f(-2, True))', '[-2, True]', 'HIDE')}</testcases>`,
      ),
    );
    expect(item.kind).toBe('function');
    expect(item.document).toContain('hidden: true');
    const evil = await only(
      ofMoodle(
        'coderunner',
        `<coderunnertype>python3</coderunnertype><testcases>${test('print(f(open("x")))', '1', 'SHOW')}</testcases>`,
      ),
    );
    expect(codes(evil)).toEqual(['coderunner.test']);
  });
  it('keeps LaTeX in its delimiters, where a dollar is money', async () => {
    const item = await only(ofMoodle('essay', '', '<p>\\(x&lt;1\\), $$y$$ for $5</p>'));
    expect(item.document).toContain('$x<1$, $y$ for \\$5');
  });
});

describe('Aiken', () => {
  it('ends a question with its answer, and one without an answer before the next', async () => {
    const { format, items } = await preview(
      'First\nwith A. in it\nA. a\nB) b\nanswer: b\n\nNo answer?\nA. a\nB. b\n\nLast?\nA. a\nB. b\nANSWER: A\n',
    );
    expect(format).toBe('aiken');
    expect(items.map((item) => [item.title, codes(item)])).toEqual([
      ['First with A. in it', []],
      ['No answer?', ['aiken.noAnswer']],
      ['Last?', []],
    ]);
    expect(items[0]?.document).toContain('- [ ] a\n- [x] b');
  });
  it('says which labels there are where the key names none of them', async () => {
    expect((await only('Q?\nA. a\nB. b\nANSWER: E')).remarks).toEqual([
      { code: 'aiken.key', params: { key: 'E', labels: 'A, B' } },
    ]);
  });
});

const qti1 = (items: string): string =>
  `<questestinterop><assessment title="T"><section>${items}</section></assessment></questestinterop>`;
const label = (ident: string, text: string): string =>
  `<response_label ident="${ident}"><material><mattext>${text}</mattext></material></response_label>`;
const scored = (variables: string, score = 100, action = 'Set'): string =>
  `<respcondition><conditionvar>${variables}</conditionvar><setvar varname="SCORE" action="${action}">${score}</setvar></respcondition>`;
const item1 = (responses: string, processing: string, text = 'What?'): string =>
  qti1(
    `<item title="I"><presentation><material><mattext texttype="text/html">${text}</mattext></material>${responses}</presentation><resprocessing>${processing}</resprocessing></item>`,
  );
const is = (ident: string, of = 'r'): string => `<varequal respident="${of}">${ident}</varequal>`;

describe('QTI 1.2', () => {
  const choices = (cardinality: string): string =>
    `<response_lid ident="r" rcardinality="${cardinality}"><render_choice>${label('1', 'a')}${label('2', 'b')}${label('3', 'c')}</render_choice></response_lid>`;
  it('finds the key by what sets the score, and not by what only tells something', async () => {
    const tells = `<respcondition><conditionvar>${is('1')}</conditionvar><displayfeedback linkrefid="x"/></respcondition>`;
    const item = await only(item1(choices('Single'), tells + scored(is('2'))));
    expect(item.document).toContain('- [ ] a\n- [x] b\n- [ ] c');
  });
  it('holds what stands in not for wrong', async () => {
    const item = await only(item1(choices('Multiple'), scored(`<and>${is('1')}<not>${is('2')}</not>${is('3')}</and>`)));
    expect(item.document).toContain('- [x] a\n- [ ] b\n- [x] c');
  });
  it('has shares by what is added and taken away', async () => {
    const item = await only(
      item1(choices('Multiple'), scored(is('1'), 30, 'Add') + scored(is('2'), -10, 'Add') + scored(is('3'), 30, 'Add')),
    );
    expect(item.document).toMatch(/\[50%\] a\n- \[-16\.6\d+%\] b\n- \[50%\] c/);
  });
  it('has margins in percent, and refuses a formula', async () => {
    const fib = '<response_str ident="r"><render_fib fibtype="Decimal"/></response_str>';
    const item = await only(
      item1(fib, scored('<varequal respident="r" margintype="percent" margin="20">200</varequal>')),
    );
    expect(item.document).toContain('value: 200\ntolerance: { absolute: 40 }');
    const formula = item1(fib, '').replace('</item>', '<itemproc_extension><calculated/></itemproc_extension></item>');
    expect(codes(await only(formula))).toEqual(['qti.calculated']);
  });
  it('has gaps only where a response has their name', async () => {
    const gap = (name: string, first: string): string =>
      `<response_lid ident="response_${name}"><render_choice>${label(`${name}1`, first)}${label(`${name}2`, 'no')}</render_choice></response_lid>`;
    const item = await only(
      item1(
        gap('b', 'y') + gap('a', 'x'),
        scored(is('a1', 'response_a'), 50, 'Add') + scored(is('b1', 'response_b'), 50, 'Add'),
        '[a] in [0, 1], [b]',
      ),
    );
    expect(item.document).toContain('**(1)** in \\[0, 1], **(2)**');
    expect(item.document).toContain('- (1) -> x\n- (2) -> y\n- -> no');
  });
  it('is open where nothing is scored', async () => {
    expect((await only(item1('<response_str ident="r"><render_fib/></response_str>', ''))).kind).toBe('open');
  });
});

const item2 = (response: string, body: string, more = '', attributes = ''): string =>
  `<assessmentItem title="I"${attributes}><responseDeclaration identifier="R" ${response}</responseDeclaration><itemBody>${body}</itemBody>${more}</assessmentItem>`;

describe('QTI 2', () => {
  const simple = '<simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice>';
  it('takes what is mapped for what it is worth, and the rest for what is usual', async () => {
    const mapping = '<mapping defaultValue="-1"><mapEntry mapKey="A" mappedValue="2"/></mapping>';
    const item = await only(
      item2(
        `cardinality="multiple" baseType="identifier">${mapping}`,
        `<p>Q</p><choiceInteraction responseIdentifier="R" maxChoices="0">${simple}</choiceInteraction>`,
        '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response.xml"/>',
      ),
    );
    expect(item.document).toContain('- [100%] a\n- [-50%] b');
  });
  it('tells for whom words are by their usual names, and what it cannot place', async () => {
    const choice = `<choiceInteraction responseIdentifier="R" maxChoices="1">${simple}</choiceInteraction>`;
    const single = 'cardinality="single" baseType="identifier"><correctResponse><value>A</value></correctResponse>';
    const told = (name: string, text: string): string =>
      `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="${name}" showHide="show">${text}</modalFeedback>`;
    const words = told('correct_fb', 'Well done.') + told('incorrect', 'Look again.') + told('x7', 'Sometimes.');
    const item = await only(item2(single, `<p>Q</p>${choice}`, words));
    expect(item.document).toContain(':::explanation\na\n\n✓ Well done.\n\n✗ Look again.\n:::');
    expect(codes(item)).toEqual(['feedback.left', 'feedback.byResult']);
  });
  it('refuses what changes while it is answered, what is drawn, and what has no kind here, each by its name', async () => {
    const choice = `<choiceInteraction responseIdentifier="R" maxChoices="1">${simple}</choiceInteraction>`;
    const single = 'cardinality="single" baseType="identifier"><correctResponse><value>A</value></correctResponse>';
    expect(codes(await only(item2(single, choice, '', ' adaptive="true"')))).toEqual(['qti.adaptive']);
    expect(codes(await only(item2(single, choice, '<templateDeclaration identifier="x"/>')))).toEqual([
      'qti.templates',
    ]);
    const slider = await only(
      item2('cardinality="single" baseType="integer">', '<p>Q</p><sliderInteraction responseIdentifier="R"/>'),
    );
    expect(slider.remarks).toEqual([{ code: 'qti.interaction', params: { name: 'slider' } }]);
  });
  it('is read in the names of QTI 3 too', async () => {
    const item = await only(
      '<qti-assessment-item title="I"><qti-response-declaration identifier="R" cardinality="single" base-type="float"><qti-correct-response><qti-value>2.5</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><p>How <qti-text-entry-interaction response-identifier="R"/>?</p></qti-item-body></qti-assessment-item>',
    );
    expect([item.kind, item.document?.includes('value: 2.5')]).toEqual(['number', true]);
    expect(item.document).toContain('How \\_\\_\\_\\_?');
  });
  it('comes in the order of the test, with pictures of the package', async () => {
    const essay = (title: string, inside = ''): string =>
      item2('cardinality="single">', `<p>Q${inside}</p><extendedTextInteraction responseIdentifier="R"/>`).replace(
        '"I"',
        `"${title}"`,
      );
    const zip = zipSync({
      'top/imsmanifest.xml': strToU8(
        '<manifest><resources><resource type="imsqti_test_xmlv2p1"><file href="i/a.xml"/></resource></resources></manifest>',
      ),
      'top/test.xml': strToU8(
        '<assessmentTest><assessmentItemRef href="i/b.xml"/><assessmentItemRef href="i/a.xml"/></assessmentTest>',
      ),
      'top/i/a.xml': strToU8(essay('A', '<img src="../p/x.png" alt="x"/>')),
      'top/i/b.xml': strToU8(essay('B')),
      'top/p/x.png': PNG,
      '__MACOSX/top/._x': strToU8('x'),
    });
    const { format, items } = await previewOf(zip);
    expect([format, items.map(({ title, at }) => [title, at.file])]).toEqual([
      'qti-2',
      [
        ['B', 'i/b.xml'],
        ['A', 'i/a.xml'],
      ],
    ]);
    expect(items[1]?.pictures[0]?.bytes).toEqual(PNG);
  });
});

/** Cells as a workbook has them; their places are put in by `workbook`. */
const inline = (text: string): string => `<c r="@" t="inlineStr"><is><t>${text}</t></is></c>`;
const number = (value: number, style = ''): string => `<c r="@"${style}><v>${value}</v></c>`;

function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const drawn = rows.map((cells, row) => {
    const placed = cells.map((cell, column) => cell.replace('@', `${String.fromCharCode(65 + column)}${row + 1}`));
    return `<row r="${row + 1}">${placed.join('')}</row>`;
  });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData>${drawn.join('')}</sheetData></worksheet>`,
    ),
  });
}

describe('a sheet', () => {
  const HEAD =
    'Question - max 120 characters;Answer 1;Answer 2;Answer 3;Time limit (sec) – 5, 10;Correct answer(s) - choose\n';
  it('of Kahoot is read by its names, whatever stands above them', async () => {
    const { format, items } = await preview(
      `Quiz template;;;;;\n;;;;;\n${HEAD}What?;a;b;"c;d";20;3\n;;;;;\nTwo?;a;b;;30;1,2\n`,
    );
    expect(format).toBe('kahoot-sheet');
    expect(items.map(({ at, kind }) => [at, kind])).toEqual([
      [{ unit: 'row', number: 4 }, 'choice'],
      [{ unit: 'row', number: 6 }, 'choice'],
    ]);
    expect(items[0]?.document).toContain('seconds=20}');
    expect(items[0]?.document).toContain('- [ ] a\n- [ ] b\n- [x] c;d');
    expect(items[1]?.document).toContain('- [x] a\n- [x] b');
  });
  it.each([
    ['1.3', ['sheet.digits'], true],
    ['A,C', [], true],
    ['c', [], true],
    ['4', ['sheet.key'], false],
    ['', ['sheet.noKey'], false],
  ])('has the key %s', async (key, expected, taken) => {
    const item = await only(`${HEAD}What?;a;b;c;20;${key}\n`);
    expect([codes(item), item.taken]).toEqual([expected, taken]);
  });
  it('asks where a key can be a place and a text', async () => {
    expect(codes(await only(`${HEAD}What?;2;7;3;20;2\n`))).toEqual(['sheet.twoReadings']);
  });
  it('of Wayground has types', async () => {
    const { format, items } = await preview(
      'Question Text,Question Type,Option 1,Option 2,Correct Answer,Time in seconds\nA,Multiple Choice,x,y,2,30\nB,Fill-in-the-Blank,x,y,,30\nC,Poll,x,y,,30\nD,Open-Ended,,,,30\nE,Draw,,,,30\n',
    );
    expect([format, items.map(({ kind }) => kind)]).toEqual([
      'wayground-sheet',
      ['choice', 'text', 'open', 'open', null],
    ]);
  });
  it('of a workbook has numbers, dates and formulas as cells', async () => {
    const head = ['Question', 'Answer 1', 'Answer 2', 'Time limit', 'Correct answer'];
    const { format, items, remarks } = await previewOf(
      workbook([
        head.map(inline),
        [inline('How much?'), number(7), number(0.5), number(30), number(2)],
        [inline('Formula?'), inline('a'), inline('b'), number(20), '<c r="E3"><f>1+0</f><v>1</v></c>'],
        [inline('Half?'), number(46024, ' s="1"'), inline('b'), number(20), number(2)],
      ]),
    );
    expect([format, remarks.map(({ code }) => code)]).toEqual(['kahoot-sheet', ['sheet.formulas']]);
    expect(items.map((item) => [item.at.number, item.kind, codes(item)])).toEqual([
      [2, 'choice', []],
      [3, 'choice', []],
      [4, null, ['sheet.date']],
    ]);
    expect(items[0]?.document).toContain('- [ ] 7\n- [x] 0.5');
    expect(items[1]?.document).toContain('- [x] a\n- [ ] b');
    expect(await refusal(workbook([['<c r="XFD1048576"><v>1</v></c>']]))).toBe('sheet.rows');
    expect(await refusal(workbook([['<c r="XFD90000"><v>1</v></c>']]))).toBe('sheet.cells');
    expect(await refusal(workbook([[inline('Only words')]]))).toBe('sheet.noHeader');
  });
  it('of answers of a class is told as that', async () => {
    expect(await refusal('Timestamp,Score,What?\n1,2,3\n')).toBe('sheet.responses');
  });
});

describe('text2qti', () => {
  it('is read with maths in dollars, and never run', async () => {
    const { format, title, items } = await preview(
      'Quiz title: T\n1. What is $x$?\n   More.\na) no\n... why not\n*b) yes\n\n2. Several\n[*] a\n[ ] b\n[*] c\n\n3. Word\n* one\n* two\n\n4. Number\n= 3.1 +- 0.1\n\n5. Essay\n____\n\n6. File\n^^^^\n',
    );
    expect([format, title]).toEqual(['text2qti', 'T']);
    expect(items.map(({ kind }) => kind)).toEqual(['choice', 'choice', 'text', 'number', 'open', null]);
    expect(items[0]?.document).toContain('What is $x$?\nMore.\n\n- [ ] no\n  > why not\n- [x] yes');
    const told = await only('1. Q\n+ Right so.\n- Not so.\n*a) b\nc) d\n');
    expect(told.document).toContain(':::explanation\nb\n\n✓ Right so.\n\n✗ Not so.\n:::');
    expect(await refusal('1. A\n*a) b\n\n```{.python .run}\nprint(1)\n```\n')).toBe('text2qti.run');
  });
});

describe('Razzia', () => {
  it('counts its key from 0, and fetches nothing', async () => {
    const quiz = {
      subject: 'S',
      questions: [
        { question: 'Q', answers: ['a', 'b'], solution: 1, time: 15, image: 'https://x.example/i.png' },
        { question: 'Q', answers: ['a', 'b'], solution: 2 },
      ],
    };
    const { format, title, items } = await preview(JSON.stringify(quiz));
    expect([format, title]).toEqual(['razzia-json', 'S']);
    expect(items[0]?.document).toContain('- [ ] a\n- [x] b');
    expect(items.map(codes)).toEqual([['picture.outside'], ['options.keyOutside']]);
  });
});

describe('Open edX', () => {
  const problem = (inside: string): string => `<problem display_name="T">${inside}</problem>`;
  it('keeps hints apart from options', async () => {
    const item = await only(
      problem(
        '<choiceresponse><label>Which?</label><checkboxgroup><choice correct="true">a<choicehint selected="false">x</choicehint></choice><choice correct="false">b<choicehint selected="true">Why not</choicehint></choice><choice correct="true">c</choice></checkboxgroup><solution><p>So.</p></solution></choiceresponse>',
      ),
    );
    expect(item.document).toContain('Which?\n\n- [x] a\n- [ ] b\n  > Why not\n- [x] c');
    expect(item.document).toContain(':::explanation\nSo.\n:::');
  });
  it('has tolerances in percent, texts with alternatives, and no patterns or code', async () => {
    const number = problem(
      '<numericalresponse answer="200"><label>N</label><responseparam type="tolerance" default="5%"/></numericalresponse>',
    );
    expect((await only(number)).document).toContain('value: 200\ntolerance: { absolute: 10 }');
    const words = problem(
      '<stringresponse answer="Doc" type="ci"><label>W</label><additional_answer answer="Happy"/></stringresponse>',
    );
    expect((await only(words)).document).toContain('accept:\n  - Doc\n  - Happy');
    const pattern = problem('<stringresponse answer="a.*" type="ci regexp"><label>W</label></stringresponse>');
    expect(codes(await only(pattern))).toEqual(['olx.pattern']);
    expect(
      codes(
        await only(problem('<script>x=1</script><numericalresponse answer="$x"><label>N</label></numericalresponse>')),
      ),
    ).toEqual(['olx.script']);
  });
});

describe('H5P', () => {
  const h5p = (library: string, content: unknown): Uint8Array =>
    zipSync({
      'h5p.json': strToU8(JSON.stringify({ title: 'T', mainLibrary: library })),
      'content/content.json': strToU8(JSON.stringify(content)),
      'H5P.MultiChoice-1.14/evil.js': strToU8('alert(1)'),
    });
  it('gives the questions of a set, and names what cannot be taken', async () => {
    const answers = [
      { text: '<div>a</div>', correct: true },
      { text: '<div>b</div>', correct: false, tipsAndFeedback: { chosenFeedback: 'No.' } },
    ];
    const overallFeedback = [
      { from: 0, to: 99, feedback: 'Look again.' },
      { from: 100, to: 100, feedback: 'Well done.' },
      { from: 0, to: 100, feedback: 'For all.' },
    ];
    const { format, title, items } = await previewOf(
      h5p('H5P.QuestionSet', {
        questions: [
          { library: 'H5P.MultiChoice 1.14', params: { question: '<p>Q</p>', answers, overallFeedback } },
          { library: 'H5P.DragQuestion 1.13', params: {} },
          {
            library: 'H5P.DragText 1.8',
            params: { taskDescription: 'Put', textField: 'A *cat* and a *dog:tip*', distractors: '*cow*' },
          },
          { library: 'H5P.Blanks 1.12', params: { text: 'Fill', questions: ['<p>H*2/two*O</p>'] } },
        ],
      }),
    );
    expect([format, title, items.map(({ kind }) => kind)]).toEqual(['h5p', 'T', ['choice', null, 'match', 'text']]);
    expect(items[0]?.document).toContain('- [x] a\n- [ ] b\n  > No.');
    expect(items[0]?.document).toContain(':::explanation\nFor all.\n\n✓ Well done.\n\n✗ Look again.\n:::');
    expect(items[2]?.document).toContain('- (1) -> cat\n- (2) -> dog\n- -> cow');
    expect(items[3]?.document).toContain('accept:\n  - "2"\n  - two');
  });
});

describe('R/exams', () => {
  const exercise = (question: string, meta: string): string =>
    `Question\n========\n${question}\n\nSolution\n========\nSo.\n\nMeta-information\n================\nexname: T\n${meta}\n`;
  it('is taken where its numbers are fixed', async () => {
    const item = await only(
      exercise('What is $x$?\n\nAnswerlist\n----------\n* a\n* b', 'extype: schoice\nexsolution: 01\nexshuffle: TRUE'),
    );
    expect(item.document).toBe('::::check[T]\nWhat is $x$?\n\n- [ ] a\n- [x] b\n\n:::explanation\nSo.\n:::\n::::\n');
    const number = await only(exercise('How much?', 'extype: num\nexsolution: 2.5\nextol: 0.1'));
    expect(number.document).toContain('value: 2.5\ntolerance: { absolute: 0.1 }');
    expect(codes(await only(exercise('It is `r a`.', 'extype: num\nexsolution: 1')))).toEqual(['rexams.code']);
  });
});

describe('a file that is none', () => {
  it.each([
    ['', 'file.empty'],
    ['Just a letter.', 'file.unknown'],
    ['{"a": 1}', 'file.unknownJson'],
    ['<html></html>', 'xml.unknown'],
    ['<quiz><question></quiz>', 'xml.broken'],
    ['<!DOCTYPE q [<!ENTITY a "b">]><quiz/>', 'xml.entities'],
    [`<quiz>${'<a>'.repeat(200)}`, 'xml.deep'],
    [`${'What? {T}\n\n'.repeat(2_001)}`, 'file.items'],
  ])('is refused: %#', async (text, code) => expect(await refusal(text)).toBe(code));

  it('is refused for what is in its zip', async () => {
    const manifest = { 'imsmanifest.xml': strToU8('<manifest/>') };
    expect(await refusal(zipSync({ ...manifest, '../x.xml': strToU8('<a/>') }))).toBe('zip.path');
    expect(await refusal(zipSync({ ...manifest, 'C:\\x.xml': strToU8('<a/>') }))).toBe('zip.path');
    expect(await refusal(zipSync({ ...manifest, 'a.xml': new Uint8Array(30 * 2 ** 20) }))).toBe('zip.ratio');
    expect(await refusal(zipSync({ ...manifest, 'a.zip': zipSync(manifest) }))).toBe('zip.inZip');
    expect(await refusal(zipSync(manifest).subarray(0, 40))).toBe('zip.broken');
    expect(await refusal(zipSync({ 'collection.anki2': strToU8('x') }))).toBe('zip.anki');
    expect(await refusal(zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'xl/vbaProject.bin': strToU8('x') }))).toBe(
      'sheet.macros',
    );
  });
  it('is read as Windows-1252 where it is no UTF-8, which is said with samples', async () => {
    const { remarks, items } = await previewOf(
      Uint8Array.from('Gr\xf6\xdfe von \x8a? {=1}', (sign) => sign.charCodeAt(0)),
    );
    expect(items[0]?.title).toBe('Größe von Š?');
    expect(remarks).toEqual([
      { code: 'file.guessedEncoding', params: { encoding: 'windows-1252', samples: 'Größe, Š' } },
    ]);
  });
});
