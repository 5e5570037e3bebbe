/**
 * Questions as QTI 1.2 in the layout of Canvas: a manifest, the quiz with what Canvas wants to know of it, and pictures in
 * `web_resources`. Texts are HTML, written as text of the XML.
 */
import type { Asked, DecimalRange, Prose } from '../foreign.ts';
import type { OutFile } from '../out/file.ts';
import type { OutItem } from '../out/item.ts';
import { eachWritten, notHere, type OutLine, type Pen } from '../out/pen.ts';
import { isRight, nowhere, rightPlaces, spanOf } from '../out/right.ts';
import type { Remark } from '../remark.ts';
import { oneLine } from '../signs.ts';
import { escapedXml } from '../xml.ts';

/** Of the one quiz in the package. */
const QUIZ = 'nabla-quiz';

export function writeQti1(
  items: readonly (OutItem | Remark)[],
  title: string,
  pictures: ReadonlySet<string>,
): { lines: OutLine[]; files: OutFile[] } {
  const places = (id: string): string | null => (pictures.has(id) ? `$IMS-CC-FILEBASE$/${id}.webp` : null);
  const { lines, written } = eachWritten(items, places, itemOf);
  const shown = [...new Set(written.flatMap((one) => [...one.pictures]))];
  const points = written.reduce((sum, { item }) => sum + pointsOf(item), 0);
  const quiz = `${HEAD}<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
<assessment ident="${QUIZ}" title="${escapedXml(title)}">
<section ident="root_section">
${written.map(({ made }) => made).join('')}</section>
</assessment>
</questestinterop>
`;
  return {
    lines,
    files: [
      { path: 'imsmanifest.xml', parts: [manifestOf(shown)] },
      { path: `${QUIZ}/${QUIZ}.xml`, parts: [quiz] },
      { path: `${QUIZ}/assessment_meta.xml`, parts: [metaOf(title, points)] },
      ...shown.map((id): OutFile => ({ path: `web_resources/${id}.webp`, parts: [{ picture: id, as: 'bytes' }] })),
    ],
  };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const pointsOf = ({ points }: OutItem): number => points;

function manifestOf(pictures: readonly string[]): string {
  const files = pictures.map(
    (id) =>
      `<resource identifier="p${id}" type="webcontent" href="web_resources/${id}.webp"><file href="web_resources/${id}.webp"/></resource>\n`,
  );
  return `${HEAD}<manifest identifier="nabla-export" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">
<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="${QUIZ}" type="imsqti_xmlv1p2"><file href="${QUIZ}/${QUIZ}.xml"/><dependency identifierref="${QUIZ}-meta"/></resource>
<resource identifier="${QUIZ}-meta" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="${QUIZ}/assessment_meta.xml"><file href="${QUIZ}/assessment_meta.xml"/></resource>
${files.join('')}</resources>
</manifest>
`;
}

const metaOf = (
  title: string,
  points: number,
): string => `${HEAD}<quiz identifier="${QUIZ}" xmlns="http://canvas.instructure.com/xsd/cccv1p0">
<title>${escapedXml(title)}</title>
<quiz_type>assignment</quiz_type>
<points_possible>${points}</points_possible>
<shuffle_answers>true</shuffle_answers>
</quiz>
`;

/** What is particular to a kind. */
interface Written {
  type: string;
  response: string;
  /** conditions that earn points, or tell something */
  conditions: string;
  /** words that are told, by their names */
  told: readonly (readonly [name: string, html: string])[];
}

function itemOf(pen: Pen, place: number): string {
  const { title, prompt, explanation, asked } = pen.item;
  const made = answersOf(asked, pen);
  const text = pen.html(prompt);
  pen.leaves('hints', 'tags', 'solution', 'unit', 'capitals');
  const general = pen.html(explanation);
  const told = [...(general === '' ? [] : [['general_fb', general] as const]), ...made.told];
  const shows =
    general === ''
      ? ''
      : condition('<other/>', '<displayfeedback feedbacktype="Response" linkrefid="general_fb"/>', true);
  const field = (label: string, entry: string): string =>
    `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${escapedXml(entry)}</fieldentry></qtimetadatafield>\n`;
  return `<item ident="q${place}" title="${escapedXml(oneLine(title))}">
<itemmetadata><qtimetadata>
${field('question_type', made.type)}${field('points_possible', String(pointsOf(pen.item)))}</qtimetadata></itemmetadata>
<presentation>
${material(text)}${made.response}</presentation>
<resprocessing>
<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
${shows}${made.conditions}</resprocessing>
${told.map(([name, html]) => `<itemfeedback ident="${name}"><flow_mat>${material(html)}</flow_mat></itemfeedback>\n`).join('')}</item>
`;
}

const material = (html: string): string =>
  `<material><mattext texttype="text/html">${escapedXml(html)}</mattext></material>\n`;
const condition = (asks: string, does: string, goesOn = false): string =>
  `<respcondition continue="${goesOn ? 'Yes' : 'No'}"><conditionvar>${asks}</conditionvar>${does}</respcondition>\n`;
const score = (points: number, action: 'Set' | 'Add' = 'Set'): string =>
  `<setvar action="${action}" varname="SCORE">${points}</setvar>`;
const equal = (response: string, value: string): string =>
  `<varequal respident="${response}">${escapedXml(value)}</varequal>`;
const label = (ident: string, html: string): string =>
  `<response_label ident="${ident}">${material(html)}</response_label>`;
/** Names that no text of a question has between square brackets. */
const ident = (index: number): string => String(7001 + index);

const FIB = '<response_str ident="response1" rcardinality="Single"><render_fib>';
const FIB_END = '<response_label ident="answer1"/></render_fib></response_str>\n';

function answersOf(asked: Asked, pen: Pen): Written {
  switch (asked.form) {
    case 'options':
      return optionsOf(asked, pen);
    case 'words':
      return wordsOf(asked, pen);
    case 'ranges':
      return numberOf(asked, pen);
    case 'sequence': {
      const labels = asked.items.map((item, index) => label(ident(index), pen.htmlLine(item)));
      const asks = asked.items.map((_item, index) => equal('response1', ident(index))).join('');
      // shown otherwise than they belong
      const shown = [...labels.slice(1), ...labels.slice(0, 1)].join('\n');
      return {
        type: 'ordering_question',
        response: `<response_lid ident="response1" rcardinality="Ordered"><render_choice>${shown}</render_choice></response_lid>\n`,
        conditions: condition(asks, score(100)),
        told: [],
      };
    }
    case 'pairs':
      return pairsOf(asked, pen);
    case 'free':
      return { type: 'essay_question', response: `${FIB}${FIB_END}`, conditions: '', told: [] };
    case 'code':
      return notHere('out.noCode');
    case 'note':
    case 'gapped':
    case 'refused':
      return nowhere(asked);
  }
}

function optionsOf(asked: Extract<Asked, { form: 'options' }>, pen: Pen): Written {
  const { options, several, credit, poll } = asked;
  if (poll === true) return notHere('out.noPoll');
  const labels = options.map(({ text }, index) => label(ident(index), pen.htmlLine(text))).join('\n');
  if (several && credit === 'all') pen.change('out.allOrNothingShares');
  if (several && credit === undefined) pen.change('out.sharesOfOwn');
  if (!several && options.some(({ weight }) => weight > 0 && weight < 1)) pen.change('out.onlyFull');
  if (!several && options.some(({ weight }) => weight < 0)) pen.change('out.negative');
  const told = options.flatMap(({ feedback }, index) =>
    feedback === null ? [] : [[`${ident(index)}_fb`, pen.html(feedback)] as const],
  );
  const shows = told.map(([name]) =>
    condition(
      equal('response1', name.replace('_fb', '')),
      `<displayfeedback feedbacktype="Response" linkrefid="${name}"/>`,
      true,
    ),
  );
  const picked = options.map(({ weight }, index) => {
    const one = equal('response1', ident(index));
    return isRight(weight, asked) ? one : `<not>${one}</not>`;
  });
  const right = rightPlaces(asked).map((place) => equal('response1', ident(place)));
  const scores = several
    ? condition(`<and>${picked.join('')}</and>`, score(100))
    : right.map((one) => condition(one, score(100))).join('');
  return {
    type: several ? 'multiple_answers_question' : 'multiple_choice_question',
    response: `<response_lid ident="response1" rcardinality="${several ? 'Multiple' : 'Single'}"><render_choice>${labels}</render_choice></response_lid>\n`,
    conditions: shows.join('') + scores,
    told,
  };
}

/** What is said of an answer stands in a condition of its own; then texts of one worth stand together. */
function wordsOf({ texts }: Extract<Asked, { form: 'words' }>, pen: Pen): Written {
  const known = texts.map(({ text, ...one }) => ({ ...one, asks: equal('response1', text) }));
  const byWorth = Map.groupBy(
    known.filter(({ weight }) => weight > 0),
    ({ weight }) => weight,
  );
  const scores = [...byWorth].map(([weight, alike]) =>
    condition(alike.map(({ asks }) => asks).join(''), score(percent(weight))),
  );
  const { told, shows } = toldOf(known, pen);
  return {
    type: 'short_answer_question',
    response: `${FIB}${FIB_END}`,
    conditions: [...shows, ...scores].join(''),
    told,
  };
}

const percent = (weight: number): number => Math.round(weight * 1e7) / 1e5;

interface KnownAnswer {
  asks: string;
  weight: number;
  feedback: Prose | null;
}

function toldOf(known: readonly KnownAnswer[], pen: Pen): { told: (readonly [string, string])[]; shows: string[] } {
  const said = known.flatMap(({ asks, feedback }, index) =>
    feedback === null ? [] : [{ asks, name: `${ident(index)}_fb`, html: pen.html(feedback) }],
  );
  return {
    told: said.map(({ name, html }) => [name, html] as const),
    shows: said.map(({ asks, name }) =>
      condition(asks, `<displayfeedback feedbacktype="Response" linkrefid="${name}"/>`, true),
    ),
  };
}

function numberOf({ ranges }: Extract<Asked, { form: 'ranges' }>, pen: Pen): Written {
  // the first that fits ends it, so what earns most comes first
  const known = ranges
    .flatMap(({ range, ...one }) => (range === null ? [] : [{ ...one, asks: rangeAsked(range) }]))
    .toSorted((one, other) => other.weight - one.weight);
  const scores = known.flatMap(({ weight, asks }) => (weight > 0 ? [condition(asks, score(percent(weight)))] : []));
  const { told, shows } = toldOf(known, pen);
  return {
    type: 'numerical_question',
    response: `${FIB.replace('<render_fib>', '<render_fib fibtype="Decimal">')}${FIB_END}`,
    conditions: [...shows, ...scores].join(''),
    told,
  };
}

function rangeAsked(range: DecimalRange): string {
  const { low, high, middle, exact } = spanOf(range);
  const at = equal('response1', middle);
  if (exact) return at;
  const bound = (name: string, isOpen: boolean, value: string): string =>
    `<${name}${isOpen ? '' : 'e'} respident="response1">${value}</${name}${isOpen ? '' : 'e'}>`;
  const { open, asEnds } = range;
  const isOpen = (end: 'low' | 'high'): boolean => open === end || open === 'both';
  const between = `<and>${bound('vargt', isOpen('low'), low)}${bound('varlt', isOpen('high'), high)}</and>`;
  return asEnds === true ? between : `<or>${at}${between}</or>`;
}

/** Each left side is a list of all answers; the same answer for several stands in it once. */
function pairsOf({ pairs, distractors }: Extract<Asked, { form: 'pairs' }>, pen: Pen): Written {
  const rights = [...new Set([...pairs.map(({ right }) => right), ...distractors].map((one) => pen.htmlLine(one)))];
  const labels = rights.map((html, index) => label(ident(index), html)).join('\n');
  const lists = pairs.map(
    ({ left }, index) =>
      `<response_lid ident="response_${ident(100 + index)}">${material(pen.htmlLine(left))}<render_choice>${labels}</render_choice></response_lid>\n`,
  );
  const share = Math.round(1e4 / pairs.length) / 100;
  const conditions = pairs.map(({ right }, index) =>
    condition(
      equal(`response_${ident(100 + index)}`, ident(rights.indexOf(pen.htmlLine(right)))),
      score(share, 'Add'),
      true,
    ),
  );
  return { type: 'matching_question', response: lists.join(''), conditions: conditions.join(''), told: [] };
}
