/** Questions as a package of QTI 2.1: an item a file, a test that names them in their order, pictures beside them. */
import type { Asked, DecimalRange, Prose } from '../foreign.ts';
import type { OutFile } from '../out/file.ts';
import type { OutItem } from '../out/item.ts';
import { eachWritten, notHere, type OutLine, type Pen } from '../out/pen.ts';
import { nowhere, rightPlaces, spanOf } from '../out/right.ts';
import type { Remark } from '../remark.ts';
import { oneLine } from '../signs.ts';
import { escapedXml } from '../xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SPACE = 'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"';
const TEMPLATES = 'http://www.imsglobal.org/question/qti_v2p1/rptemplates/';
/** Where the words for everybody stand: told whatever was answered. */
export const FOR_ALL = 'nabla-explanation';

export function writeQti2(
  items: readonly (OutItem | Remark)[],
  title: string,
  pictures: ReadonlySet<string>,
): { lines: OutLine[]; files: OutFile[] } {
  const places = (id: string): string | null => (pictures.has(id) ? `../pictures/${id}.webp` : null);
  const { lines, written } = eachWritten(items, places, itemOf);
  const shown = [...new Set(written.flatMap((one) => [...one.pictures]))];
  const names = written.map((_one, index) => `q${index + 1}`);
  const refs = names.map((name) => `<assessmentItemRef identifier="${name}" href="items/${name}.xml"/>\n`).join('');
  const test = `${HEAD}<assessmentTest ${SPACE} identifier="test" title="${escapedXml(title)}">
<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">
<assessmentSection identifier="section" title="${escapedXml(title)}" visible="true">
${refs}</assessmentSection>
</testPart>
</assessmentTest>
`;
  const resources = written.map(({ pictures: of }, index) => {
    const needs = [...of].map((id) => `<file href="pictures/${id}.webp"/>`).join('');
    const name = names[index] ?? '';
    return `<resource identifier="${name}" type="imsqti_item_xmlv2p1" href="items/${name}.xml"><file href="items/${name}.xml"/>${needs}</resource>\n`;
  });
  const depends = names.map((name) => `<dependency identifierref="${name}"/>`).join('');
  const manifest = `${HEAD}<manifest identifier="nabla-export" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1">
<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="test" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/>${depends}</resource>
${resources.join('')}</resources>
</manifest>
`;
  return {
    lines,
    files: [
      { path: 'imsmanifest.xml', parts: [manifest] },
      { path: 'test.xml', parts: [test] },
      ...written.map(({ made }, index): OutFile => ({ path: `items/${names[index]}.xml`, parts: [made] })),
      ...shown.map((id): OutFile => ({ path: `pictures/${id}.webp`, parts: [{ picture: id, as: 'bytes' }] })),
    ],
  };
}

interface Written {
  declaration: string;
  interaction: string;
  processing: string;
  /** words on single answers */
  told?: string;
}

function itemOf(pen: Pen, place: number): string {
  const { title, prompt, explanation, asked, points } = pen.item;
  const { declaration, interaction, processing, told = '' } = answersOf(asked, pen);
  const body = pen.html(prompt);
  pen.leaves('hints', 'tags', 'solution', 'unit');
  const general = pen.html(explanation);
  const forAll = general === '' ? '' : modal(FOR_ALL, 'hide', general);
  return `${HEAD}<assessmentItem ${SPACE} identifier="q${place}" title="${escapedXml(oneLine(title))}" adaptive="false" timeDependent="false">
${declaration}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float"><defaultValue><value>${points}</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>
<itemBody>
${blocksOf(body)}
${interaction}</itemBody>
${processing}${forAll}${told}</assessmentItem>
`;
}

/** A body holds blocks only. */
const blocksOf = (html: string): string =>
  html === '' || /^<(?:p|ul|ol|pre|table|blockquote|h\d|div|hr)\b/.test(html) ? html : `<p>${html}</p>`;

const RESPONSE = 'RESPONSE';
const template = (name: string): string => `<responseProcessing template="${TEMPLATES}${name}"/>\n`;
const values = (all: readonly string[]): string =>
  `<correctResponse>${all.map((one) => `<value>${escapedXml(one)}</value>`).join('')}</correctResponse>`;
const declare = (cardinality: string, baseType: string, inside: string): string =>
  `<responseDeclaration identifier="${RESPONSE}" cardinality="${cardinality}" baseType="${baseType}">${inside}</responseDeclaration>\n`;
const entry = (key: string, worth: number, more = ''): string =>
  `<mapEntry mapKey="${escapedXml(key)}" mappedValue="${worth}"${more}/>`;
const idOf = (index: number): string => `c${index + 1}`;
const rounded = (worth: number): number => Math.round(worth * 1e6) / 1e6;

function answersOf(asked: Asked, pen: Pen): Written {
  switch (asked.form) {
    case 'options':
      return optionsOf(asked, pen);
    case 'words':
      return wordsOf(asked, pen);
    case 'ranges':
      return numberOf(asked, pen);
    case 'sequence': {
      const choices = asked.items.map((item, index) => simple('simpleChoice', idOf(index), pen.htmlLine(item)));
      // shown otherwise than they belong
      const shown = [...choices.slice(1), ...choices.slice(0, 1)].join('');
      return {
        declaration: declare('ordered', 'identifier', values(asked.items.map((_item, index) => idOf(index)))),
        interaction: `<orderInteraction responseIdentifier="${RESPONSE}" shuffle="true">${shown}</orderInteraction>\n`,
        processing: template('match_correct'),
      };
    }
    case 'pairs':
      return pairsOf(asked, pen);
    case 'free':
      return {
        declaration: declare('single', 'string', ''),
        interaction: `<extendedTextInteraction responseIdentifier="${RESPONSE}"/>\n`,
        processing: '',
      };
    case 'code':
      return notHere('out.noCode');
    case 'note':
    case 'gapped':
    case 'refused':
      return nowhere(asked);
  }
}

const simple = (name: string, id: string, html: string, more = ''): string =>
  `<${name} identifier="${id}"${more}>${html}</${name}>\n`;

function optionsOf(asked: Extract<Asked, { form: 'options' }>, pen: Pen): Written {
  const { options, several, credit, poll } = asked;
  const choices = options.map(({ text, feedback }, index) => {
    const told =
      feedback === null
        ? ''
        : `<feedbackInline outcomeIdentifier="FEEDBACK" identifier="${idOf(index)}" showHide="show">${inlineOf(feedback, pen)}</feedbackInline>`;
    return simple('simpleChoice', idOf(index), `${pen.htmlLine(text)}${told}`);
  });
  const correct = poll === true ? '' : values(rightPlaces(asked).map(idOf));
  const whole = credit === 'all' || poll === true || options.every(({ weight }) => weight === 0 || weight === 1);
  const mapping = whole
    ? ''
    : `<mapping defaultValue="0" lowerBound="0" upperBound="1">${options.map(({ weight }, index) => entry(idOf(index), rounded(weight))).join('')}</mapping>`;
  return {
    declaration: declare(several ? 'multiple' : 'single', 'identifier', correct + mapping),
    interaction: `<choiceInteraction responseIdentifier="${RESPONSE}" shuffle="true" maxChoices="${several ? 0 : 1}">${choices.join('')}</choiceInteraction>\n`,
    processing: poll === true ? '' : template(whole ? 'match_correct' : 'map_response'),
  };
}

/** Within an option there are no blocks. */
function inlineOf(feedback: Prose, pen: Pen): string {
  return pen
    .html(feedback)
    .replaceAll(/<\/p><p>/g, '<br/><br/>')
    .replaceAll(/<\/?p>/g, '');
}

function wordsOf({ texts, capitals }: Extract<Asked, { form: 'words' }>, pen: Pen): Written {
  const right = texts.filter(({ weight }) => weight > 0);
  const best = values(right.slice(0, 1).map(({ text }) => text));
  const interaction = `<p><textEntryInteraction responseIdentifier="${RESPONSE}" expectedLength="30"/></p>\n`;
  if (texts.some(({ feedback }) => feedback !== null)) {
    const asks = (text: string): string =>
      `<stringMatch caseSensitive="${capitals}"><variable identifier="${RESPONSE}"/><baseValue baseType="string">${escapedXml(text)}</baseValue></stringMatch>`;
    const known = texts.map(({ text, ...one }) => ({ ...one, asks: asks(text) }));
    return { declaration: declare('single', 'string', best), interaction, ...rulesOf(known, pen) };
  }
  const entries = right
    .map(({ text, weight }) => entry(text, rounded(weight), ` caseSensitive="${capitals}"`))
    .join('');
  return {
    declaration: declare('single', 'string', `${best}<mapping defaultValue="0">${entries}</mapping>`),
    interaction,
    processing: template('map_response'),
  };
}

function numberOf({ ranges }: Extract<Asked, { form: 'ranges' }>, pen: Pen): Written {
  const known = ranges.flatMap(({ range, ...one }) => (range === null ? [] : [{ ...one, range }]));
  const [first] = known;
  if (first === undefined) return notHere('out.kind');
  const sorted = known.toSorted((one, other) => other.weight - one.weight);
  return {
    declaration: declare('single', 'float', values([spanOf(first.range).middle])),
    interaction: `<p><textEntryInteraction responseIdentifier="${RESPONSE}" expectedLength="12"/></p>\n`,
    ...rulesOf(
      sorted.map(({ range, ...one }) => ({ ...one, asks: rangeAsked(range) })),
      pen,
    ),
  };
}

function rangeAsked({ open, asEnds, ...range }: DecimalRange): string {
  const { low, high, middle, wide } = spanOf(range);
  const compared = (name: string, value: string, more = ''): string =>
    `<${name}${more}><variable identifier="${RESPONSE}"/><baseValue baseType="float">${value}</baseValue></${name}>`;
  if (asEnds !== true) return compared('equal', middle, ` toleranceMode="absolute" tolerance="${wide} ${wide}"`);
  const isOpen = (end: 'low' | 'high'): boolean => open === end || open === 'both';
  return `<and>${compared(isOpen('low') ? 'gt' : 'gte', low)}${compared(isOpen('high') ? 'lt' : 'lte', high)}</and>`;
}

interface KnownAnswer {
  asks: string;
  weight: number;
  feedback: Prose | null;
}

/** The first rule that fits says what an answer earns, and which words it is told. */
function rulesOf(known: readonly KnownAnswer[], pen: Pen): Pick<Written, 'processing' | 'told'> {
  const set = (name: string, type: string, value: string): string =>
    `<setOutcomeValue identifier="${name}"><baseValue baseType="${type}">${value}</baseValue></setOutcomeValue>\n`;
  const rules = known.map(({ asks, weight, feedback }, index) => {
    const name = index === 0 ? 'responseIf' : 'responseElseIf';
    const told = feedback === null ? '' : set('FEEDBACK', 'identifier', toldName(index));
    return `<${name}>\n${asks}\n${set('SCORE', 'float', String(rounded(weight)))}${told}</${name}>\n`;
  });
  const told = known.map(({ feedback }, index) =>
    feedback === null ? '' : modal(toldName(index), 'show', pen.html(feedback)),
  );
  return {
    processing: `<responseProcessing><responseCondition>\n${rules.join('')}</responseCondition></responseProcessing>\n`,
    told: told.join(''),
  };
}

const toldName = (index: number): string => `told${index + 1}`;
const modal = (name: string, when: 'show' | 'hide', html: string): string =>
  `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="${name}" showHide="${when}">${html}</modalFeedback>\n`;

/** The same answer for several stands once. */
function pairsOf({ pairs, distractors }: Extract<Asked, { form: 'pairs' }>, pen: Pen): Written {
  const rights = [...new Set([...pairs.map(({ right }) => right), ...distractors].map((one) => pen.htmlLine(one)))];
  const named = pairs.map(({ right }, index) => `l${index + 1} r${rights.indexOf(pen.htmlLine(right)) + 1}`);
  const share = rounded(1 / pairs.length);
  const mapping = `<mapping defaultValue="0">${named.map((pair) => entry(pair, share)).join('')}</mapping>`;
  const lefts = pairs.map(({ left }, index) =>
    simple('simpleAssociableChoice', `l${index + 1}`, pen.htmlLine(left), ' matchMax="1"'),
  );
  const answers = rights.map((html, index) =>
    simple('simpleAssociableChoice', `r${index + 1}`, html, ` matchMax="${pairs.length}"`),
  );
  return {
    declaration: declare('multiple', 'directedPair', values(named) + mapping),
    interaction: `<matchInteraction responseIdentifier="${RESPONSE}" shuffle="true" maxAssociations="${pairs.length}">
<simpleMatchSet>${lefts.join('')}</simpleMatchSet>
<simpleMatchSet>${answers.join('')}</simpleMatchSet>
</matchInteraction>
`,
    processing: template('map_response'),
  };
}
