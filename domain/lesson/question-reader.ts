/** From a directive to a question with its key. */
import type { ContainerDirective } from 'mdast-util-directive';
import { isKind, KINDS, kinds } from '../kinds/kinds.ts';
import type { CommonFields, CommonKey, Workshop } from '../kinds/reader.ts';
import { type Question, question } from '../question.ts';
import { commonAttributes, refuseStrangers } from './attributes.ts';
import { type ReadDirective, readDirective } from './directive.ts';
import { COMMON_FENCES } from './fence-roles.ts';
import { refuseFences } from './fences.ts';
import { readMisconceptions } from './misconceptions.ts';
import { spotOf } from './problems.ts';
import type { QuestionShop } from './question-shop.ts';

/** After how many submissions an exercise shows its solution, unless told; a check explains itself. */
const SOLUTION_AFTER = 3;
/** The kind, unless told. */
const USUAL_KIND = { exercise: undefined, check: 'choice' } as const;
const ATTEMPTS = { exercise: null, check: 2 } as const;

/** Reads a question; null where that is impossible, with its problems told. */
export function readQuestion(
  node: ContainerDirective,
  role: ReadDirective['role'],
  number: number,
  { problems, renderer, known, drawn }: QuestionShop,
): Question | null {
  const named = node.attributes?.kind ?? USUAL_KIND[role] ?? '';
  const directive = readDirective(node, role, problems, isKind(named) ? kinds[named].reader.box : undefined);
  const attributes = commonAttributes(directive, problems);
  const kind = attributes.kind ?? USUAL_KIND[role];
  if (kind === undefined || !isKind(kind)) {
    problems.add(spotOf(node), 'attribute.kind', { value: kind ?? '', known: KINDS.join(', ') });
    return null;
  }
  const { reader } = kinds[kind];
  refuseStrangers(directive, reader.attributes, problems);
  refuseFences(directive, [...reader.fences, ...COMMON_FENCES], kind, problems);
  if (!kinds[kind].hasLetters && directive.options) problems.add(spotOf(directive.options), 'choice.notHere', { kind });
  if (directive.explanation === null && kinds[kind].scored)
    problems.add(spotOf(node), 'question.explanation', { role });
  const shop: Workshop = { directive, problems, renderer, drawn };
  const { attemptCost: attempt = 0, hintCost: hint = 0 } = attributes;
  const fields: CommonFields = {
    id: attributes.id ?? 'nameless',
    role,
    number,
    title: directive.title,
    promptHtml: renderer.blocks(directive.prompt),
    hintCount: directive.hints.length,
    attempts: attributes.attempts ?? ATTEMPTS[role],
    solutionAfter: attributes.solutionAfter ?? SOLUTION_AFTER,
    ...(attempt === 0 && hint === 0 ? {} : { costs: { attempt, hint } }),
    seconds: attributes.seconds ?? reader.seconds,
  };
  const key: CommonKey = {
    hints: directive.hints.map((hint) => renderer.blocks(hint)),
    solutionHtml: directive.solution && renderer.blocks(directive.solution),
    explanationHtml: directive.explanation && renderer.blocks(directive.explanation),
  };
  const written = reader.read(shop, fields, key);
  // one with problems never leaves the compiler; parsing it would only repeat them
  if (written === null || !problems.none) return null;
  const read = question.parse(written);
  const told = readMisconceptions(read, directive.fences.misconceptions, { problems, renderer, known });
  if (!problems.none) return null;
  // beside what a kind's schema knows of itself
  const more = Object.fromEntries(Object.entries(told).filter(([, list]) => list.length > 0));
  return { ...read, key: { ...read.key, ...more } } as Question;
}
