/** The tables of docs/protocol.md, made from the schemas of the wire: what is sent, what comes back, field by field. */
import { z } from 'zod';
import { answer } from '../../domain/answer.ts';
import { hostCommand } from '../../domain/live/advance.ts';
import {
  answerGroup,
  hostView,
  playerNews,
  playerRoundResult,
  playerView,
  receipt,
  reveal,
  screenView,
  shownQuestion,
} from '../../domain/live/views.ts';
import { messages, requests } from '../../domain/protocol.ts';
import { questionView } from '../../domain/question.ts';
import { REFUSALS } from '../../domain/refusal.ts';
import { feedback, verdict } from '../../domain/results/verdict.ts';

/** Schemas that are told once, under their name. */
const NAMED: readonly (readonly [string, z.ZodType])[] = [
  ['PlayerView', playerView],
  ['PlayerNews', playerNews],
  ['ScreenView', screenView],
  ['HostView', hostView],
  ['HostCommand', hostCommand],
  ['ShownQuestion', shownQuestion],
  ['QuestionView', questionView],
  ['Answer', answer],
  ['Receipt', receipt],
  ['Reveal', reveal],
  ['RoundResult', playerRoundResult],
  ['AnswerGroup', answerGroup],
  ['Verdict', verdict],
  ['Feedback', feedback],
];

type Schema = z.core.JSONSchema.BaseSchema;
type Part = Schema | boolean;

/** A schema in the notation of TypeScript, with its bounds behind it. `inside`: names stand for what has one. */
function textOf(schema: Part, indent: string, inside = true): string {
  if (typeof schema === 'boolean') return 'any';
  if (inside && schema.title !== undefined) return schema.title;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const several = schema.anyOf ?? schema.oneOf;
  if (several !== undefined) return several.map((one) => textOf(one, indent)).join(' | ');
  if (schema.type === 'array') {
    const items = schema.items !== undefined && !Array.isArray(schema.items) ? textOf(schema.items, indent) : 'any';
    return `${/ \| /.test(items) && !items.startsWith('{') ? `(${items})` : items}[]${bounds(schema)}`;
  }
  if (schema.type === 'object') return objectText(schema, indent);
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : schema.type;
  return `${type === 'integer' ? 'number' : (type ?? 'any')}${bounds(schema)}`;
}

function objectText(schema: Schema, indent: string): string {
  const fields = Object.entries(schema.properties ?? {});
  const rest = schema.additionalProperties;
  if (fields.length === 0)
    return typeof rest === 'object' ? `{ [name: string]: ${textOf(rest, indent)} }` : rest === false ? '{}' : '{ … }';
  const deeper = `${indent}  `;
  const lines = fields.map(([name, of]) => {
    const optional = schema.required?.includes(name) === true ? '' : '?';
    return `${deeper}${name}${optional}: ${textOf(of, deeper)}`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function bounds(schema: Schema): string {
  const found = [
    schema.type === 'integer' ? 'whole' : '',
    schema.format ?? '',
    schema.format === undefined && schema.pattern !== undefined ? `like ${schema.pattern}` : '',
    range(schema.minLength ?? schema.minItems ?? schema.minimum, schema.maxLength ?? schema.maxItems ?? schema.maximum),
  ].filter((one) => one !== '');
  return found.length === 0 ? '' : ` /* ${found.join(', ')} */`;
}

function range(least: number | undefined, most: number | undefined): string {
  const far = (value: number | undefined): boolean => value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER;
  if (far(least) && far(most)) return '';
  return far(most) ? `from ${least}` : far(least) ? `to ${most}` : `${least} … ${most}`;
}

function jsonOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  return z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    cycles: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      const name = NAMED.find(([, known]) => Object.is(known, zodSchema))?.[0];
      if (name !== undefined) jsonSchema.title = name;
    },
  });
}

const block = (text: string): string => `\`\`\`ts\n${text}\n\`\`\``;

const WIDEST = 120;

/** One after the other, in lines of a document. */
function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && `${line}, ${word},`.length <= WIDEST) lines[lines.length - 1] = `${line}, ${word}`;
    else lines.push(word);
  }
  return lines.join(',\n');
}

/** All tables, as they stand in the document between its two marks. */
export function protocolTables(): string {
  const asked = Object.entries(requests).map(
    ([name, { payload, reply }]) =>
      `#### \`${name}\`\n\n${block(`payload ${textOf(jsonOf(payload, 'input'), '')}\nreply   ${textOf(jsonOf(reply, 'output'), '')}`)}`,
  );
  const told = Object.entries(messages).map(
    ([name, schema]) => `#### \`${name}\`\n\n${block(textOf(jsonOf(schema, 'output'), ''))}`,
  );
  const named = NAMED.map(
    ([name, schema]) => `#### \`${name}\`\n\n${block(textOf(jsonOf(schema, 'output'), '', false))}`,
  );
  return [
    '### Requests',
    'A good reply also has `ok: true`.',
    ...asked,
    '### Messages',
    ...told,
    '### Shapes',
    ...named,
    '### Refusals',
    wrapped(REFUSALS.map((code) => `\`${code}\``)),
  ].join('\n\n');
}
