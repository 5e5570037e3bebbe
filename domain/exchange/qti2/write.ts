/** Questions as a package of QTI 2.1: an item a file, a test that names them in their order, pictures beside them. */
import type { Asked, Prose } from '../foreign.ts';
import type { OutFile } from '../out/file.ts';
import type { OutItem } from '../out/item.ts';
import { eachWritten, notHere, type OutLine, type Pen } from '../out/pen.ts';
import { nowhere, rightPlaces, rightTexts, spanOf } from '../out/right.ts';
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
}

function itemOf(pen: Pen, place: number): string {
  const { title, prompt, explanation, asked, points } = pen.item;
  const { declaration, interaction, processing } = answersOf(asked, pen);
  const body = pen.html(prompt);
  pen.leaves('hints', 'tags', 'solution', 'unit');
  const general = pen.html(explanation);
  const told =
    general === ''
      ? ''
      : `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="${FOR_ALL}" showHide="hide">${general}</modalFeedback>\n`;
  return `${HEAD}<assessmentItem ${SPACE} identifier="q${place}" title="${escapedXml(oneLine(title))}" adaptive="false" timeDependent="false">
${declaration}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float"><defaultValue><value>${points}</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>
<itemBody>
${blocksOf(body)}
${interaction}</itemBody>
${processing}${told}</assessmentItem>
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
      return numberOf(asked);
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
    case 'gaps':
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

function wordsOf(asked: Extract<Asked, { form: 'words' }>, pen: Pen): Written {
  const { capitals } = asked;
  pen.leaves('feedback');
  const right = rightTexts(asked);
  const entries = right.map(({ text, weight }) => entry(text, weight, ` caseSensitive="${capitals}"`)).join('');
  const mapping = `<mapping defaultValue="0">${entries}</mapping>`;
  return {
    declaration: declare('single', 'string', values(right.slice(0, 1).map(({ text }) => text)) + mapping),
    interaction: `<p><textEntryInteraction responseIdentifier="${RESPONSE}" expectedLength="30"/></p>\n`,
    processing: template('map_response'),
  };
}

function numberOf({ ranges: [first] }: Extract<Asked, { form: 'ranges' }>): Written {
  if (first?.range == null) return notHere('out.kind');
  const { middle, wide } = spanOf(first.range);
  return {
    declaration: declare('single', 'float', values([middle])),
    interaction: `<p><textEntryInteraction responseIdentifier="${RESPONSE}" expectedLength="12"/></p>\n`,
    processing: `<responseProcessing><responseCondition><responseIf>
<equal toleranceMode="absolute" tolerance="${wide} ${wide}"><variable identifier="${RESPONSE}"/><correct identifier="${RESPONSE}"/></equal>
<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>
</responseIf></responseCondition></responseProcessing>
`,
  };
}

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
