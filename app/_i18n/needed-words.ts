/** For the tests: which words the scripts of a page use, as its sources say. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Catalogue, OWN } from './picked.ts';

const IMPORTED = /(?:^(?:import|export)\s+(?!type\b)(?:([^;']*?)from\s+)?|import\()'(\.[^']+)'/gm;

/** The files that a browser is sent for a page: what is imported below `'use client'`, at once or late. */
export function scriptsOf(page: string): string[] {
  const seen = new Set<string>();
  const scripts = new Set<string>();
  const visit = (file: string, inBrowser: boolean): void => {
    if (seen.has(`${file} ${inBrowser}`) || !/\.tsx?$/.test(file) || !existsSync(file)) return;
    seen.add(`${file} ${inBrowser}`);
    const text = readFileSync(file, 'utf8');
    const client = inBrowser || text.startsWith("'use client'");
    if (client) scripts.add(file);
    for (const [, names, from] of text.matchAll(IMPORTED))
      if (!onlyTypes(names ?? '')) visit(path.resolve(path.dirname(file), from ?? ''), client);
  };
  visit(path.resolve(page), false);
  return [...scripts];
}

function onlyTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}\s*$/.exec(names.trim())?.[1];
  if (listed === undefined) return false;
  return listed.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
}

/** The groups of words that one file asks for. @param codes where a sentence is chosen by a code of the domain */
export function wordsIn(text: string, all: Catalogue, codes: readonly string[]): string[] {
  const needed: string[] = [];
  for (const [, name = '', group = ''] of text.matchAll(/const (\w+) = useTranslations\((?:'([^']*)')?\)/g)) {
    const whole = group === '' ? codes : [group];
    // it is handed on: to whom is not looked at
    if (new RegExp(`[(,]\\s*${name}\\s*[,)]`).test(text)) needed.push(...whole);
    for (const call of text.matchAll(new RegExp(`\\b${name}(?:\\.\\w+)?\\(`, 'g'))) {
      const asked = firstArgument(text.slice(call.index + call[0].length));
      const quoted = [...asked.matchAll(/'([^']*)'|`([^`]*)`/g)];
      const known = /^['`]/.test(asked) || (asked.includes('?') && asked.includes(':'));
      if (!known || quoted.length === 0) needed.push(...whole);
      else
        for (const [, plain, template] of quoted) {
          const found = groupOf(all, group, plain ?? template?.replace(/\$\{[\s\S]*$/, '*') ?? '');
          if (found !== undefined) needed.push(found);
        }
    }
  }
  return needed;
}

/** Of what stands behind an opened bracket. */
function firstArgument(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if ('([{'.includes(sign)) depth++;
    if (depth === 0 && ')],'.includes(sign)) return text.slice(0, at).trim();
    if (')]}'.includes(sign)) depth--;
  }
  return text;
}

const join = (group: string, name: string): string => [group, name].filter((part) => part !== '').join('.');

function at(all: Catalogue, name: string): string | Catalogue | undefined {
  return name
    .split('.')
    .reduce<string | Catalogue | undefined>((from, step) => (typeof from === 'object' ? from[step] : undefined), all);
}

/** `said` may end in `*`: whatever stands there. */
function groupOf(all: Catalogue, group: string, said: string): string | undefined {
  const steps = join(group, said).split('.');
  const last = steps.pop() ?? '';
  const parent = steps.join('.');
  if (last.includes('*')) return parent === '' ? undefined : parent;
  const found = at(all, join(parent, last));
  if (found === undefined) return undefined;
  return typeof found === 'object' ? join(parent, last) : `${parent}${OWN}`;
}

/** Without what another name holds already. */
export function withoutDoubles(names: readonly string[]): string[] {
  const all = [...new Set(names)].sort();
  return all.filter((name) => !all.some((other) => other !== name && !other.endsWith(OWN) && covers(other, name)));
}

const covers = (other: string, name: string): boolean => `${name.replace(OWN, '')}.`.startsWith(`${other}.`);
