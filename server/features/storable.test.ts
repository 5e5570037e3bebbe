/** What a database cannot hold (character 0, half of a pair) is refused by every text of every command and request. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { requests } from '../../domain/protocol.ts';
import { endpoints } from './endpoints.ts';

/** Texts that no statement is given, and what becomes of them. */
const NOT_STORED: Record<string, RegExp> = {
  'a password is computed with': /^(account\.password|welcome\.(join|reset)) \.(current|password)$/,
  'a key or a token is looked at first, and none of ours has such a sign':
    /^(find|join|play|answer|try|tried) \.(key|token)$/,
  'a cursor is read first': /^board\.read \.since$/,
  'it is told back, and kept by nobody': /^bank\.tried \.tries/,
};
const BAD = ['a\0b', 'a\uD800b', '123456\0', '\0'.repeat(9)];

/** Every text in a schema, with the way to it. */
function textsIn(schema: z.core.$ZodType, at = ''): [at: string, text: z.core.$ZodType][] {
  // as its own class says what it holds
  const held = schema as z.core.$ZodTypes;
  const { def } = held._zod;
  const within = (parts: Record<string, z.core.$ZodType>) =>
    Object.entries(parts).flatMap(([name, part]) => textsIn(part, `${at}${name}`));
  switch (def.type) {
    case 'string':
    case 'pipe':
      return [[at, schema]];
    case 'object':
      return Object.entries(def.shape).flatMap(([name, part]) => textsIn(part, `${at}.${name}`));
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'default':
      return textsIn(def.innerType, at);
    case 'array':
      return within({ '[]': def.element });
    case 'record':
      return within({ '{key}': def.keyType, '{}': def.valueType });
    case 'union':
      return def.options.flatMap((option) => textsIn(option, at));
    case 'boolean':
    case 'number':
    case 'enum':
    case 'literal':
    case 'null':
    // an answer is read by its kind: domain/answer.test.ts
    case 'unknown':
      return [];
    default:
      throw new Error(`${at} is of the type ${def.type}: say here what it holds`);
  }
}

const INPUTS: [name: string, schema: z.core.$ZodType][] = [
  ...Object.entries(endpoints).map(([name, { input }]): [string, z.core.$ZodType] => [name, input]),
  ...Object.entries(requests).map(([name, { payload }]): [string, z.core.$ZodType] => [name, payload]),
];

it.each(INPUTS)('%s takes no text that cannot be stored', (name, schema) => {
  const taken = textsIn(schema)
    .filter(([, text]) => BAD.some((bad) => z.safeParse(text, bad).success))
    .map(([at]) => `${name} ${at}`);
  expect(taken.filter((one) => !Object.values(NOT_STORED).some((known) => known.test(one)))).toEqual([]);
});

it('texts are found wherever they stand', () => {
  const nested = z.object({
    a: z.array(z.union([z.string().nullable(), z.object({ b: z.record(z.uuid(), z.string()) })])),
  });
  expect(textsIn(nested).map(([at]) => at)).toEqual(['.a[]', '.a[].b{key}', '.a[].b{}']);
});
