/**
 * Styles say start and end, so that pages can be turned round for a language that runs from right to left: read off their sources.
 * What stays as it is stands in one list, each with its reason.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../launch/state-folder.ts';
import { lineAt, type Source, sources } from './_i18n/sources.ts';

/** Left and right that stay in every language. That code, maths and drawings run from left to right is said in globals.css. */
const STAYS: Record<string, Record<string, string>> = {
  'app/globals.css': {
    'transform-origin: left': 'has no form with start and end; the other one follows it',
    'transform-origin: right': 'under dir="rtl"',
  },
  'app/_ui/code-editor/colours.ts': {
    "padding: '0 12px 0 4px'": 'code runs from left to right',
  },
};

const SIDE: Record<string, string> = {
  left: 'start',
  right: 'end',
  Left: 'InlineStart',
  Right: 'InlineEnd',
  l: 's',
  r: 'e',
};
const CORNER: Record<string, string> = { tl: 'ss', tr: 'se', bl: 'es', br: 'ee' };
const sideOf = (side = ''): string => SIDE[side] ?? '';

type Rule = [pattern: RegExp, instead: (...groups: string[]) => string];

/** Classes: behind a quote, a blank, a variant or a minus. */
const CLASSES: Rule[] = [
  [/(?<=[\s"'`:]-?)((?:scroll-)?[mp])([lr])-(?=[\w[(])/g, (what, side) => `${what}${sideOf(side)}-`],
  [/(?<=[\s"'`:]-?)(left|right)-(?=\d|\[|\(|auto\b|full\b|px\b)/g, (side) => `inset-${sideOf(side).charAt(0)}-`],
  [/(?<=[\s"'`:])(text|float|clear)-(left|right)(?=[\s"'`!])/g, (what, side) => `${what}-${sideOf(side)}`],
  [/(?<=[\s"'`:])border-([lr])(?=[\s"'`!-])/g, (side) => `border-${sideOf(side)}`],
  [/(?<=[\s"'`:])rounded-([lr]|[tb][lr])(?=[\s"'`!-])/g, (at) => `rounded-${CORNER[at] ?? sideOf(at)}`],
  [/(?<=[\s"'`:]-?)translate-x-(?=[\w[(])/g, () => 'inset-x-0 mx-auto to stand in the middle'],
  [
    /(?<=[\s"'`:])(?:origin|object|bg)(?:-top|-bottom)?-(?:left|right)(?=[\s"'`!])/g,
    () => 'the other side too, behind rtl:',
  ],
  [/(?<=[\s"'`:])bg-(?:linear|gradient)-to-[tb]?[lr](?=[\s"'`!/])/g, () => 'the other way too, behind rtl:'],
];

/** Properties, in style sheets and in classes of one's own. */
const PROPERTIES: Rule[] = [
  [
    /(?<![\w-])((?:scroll-)?(?:margin|padding)|border)-(left|right)(?![\w]*\()/g,
    (what, side) => `${what}-inline-${sideOf(side)}`,
  ],
  [/(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius/g, () => 'border-start-start-radius and the like'],
  [/(?<![\w-])(text-align|float|clear):\s*(left|right)/g, (what, side) => `${what}: ${sideOf(side)}`],
  [/(?<![\w-])transform-origin:[^;]*(?:left|right)/g, () => 'one for each direction, in the list of this test'],
  [/translateX\((?![^\n]*--onward)/g, () => 'times var(--onward), as in wall.css'],
];

const CSS_ONLY: Rule[] = [[/(?<=[;{]\s*)(left|right)(?=\s*:)/g, (side) => `inset-inline-${sideOf(side)}`]];

/** Styles in scripts. */
const STYLES: Rule[] = [
  [
    /(?<!\w)((?:scroll)?[mM]argin|(?:scroll)?[pP]adding|border)(Left|Right)(?=\w*\s*:)/g,
    (what, side) => `${what}${sideOf(side)}`,
  ],
  [/(?<!\w)textAlign:\s*'(left|right)'/g, (side) => `textAlign: '${sideOf(side)}'`],
  [
    /(?<=style=\{\{[^}]*)(?<!\w)(left|right)(?=:)/g,
    (side) => `insetInline${sideOf(side) === 'start' ? 'Start' : 'End'}`,
  ],
];

/** Four lengths in a row, of which the second and the fourth are not the same. */
const FOUR = /(?<![\w-])(margin|padding|inset):\s*'?([^;'{}\n]*?\S+ [^;'{}\n]*)'?(?=[;,\s}])/g;

/** What says left or right, and what to write instead. */
function physicalIn({ file, text }: Source): string[] {
  const rules = file.endsWith('.css') ? [...PROPERTIES, ...CSS_ONLY] : [...CLASSES, ...PROPERTIES, ...STYLES];
  const found = rules.flatMap(([pattern, instead]) =>
    [...text.matchAll(pattern)].map((match) => ({
      at: match.index,
      said: match[0],
      instead: instead(...match.slice(1)),
    })),
  );
  for (const match of text.matchAll(FOUR)) {
    const lengths = outerParts(match[2] ?? '');
    if (lengths.length === 4 && lengths[1] !== lengths[3])
      found.push({ at: match.index, said: match[0], instead: `${match[1]}-block and ${match[1]}-inline` });
  }
  return found
    .filter(({ said }) => STAYS[file]?.[said] === undefined)
    .map(({ at, said, instead }) => `${file}:${lineAt(text, at)}: ${said} (instead: ${instead})`);
}

/** Divided at blanks outside brackets. */
function outerParts(value: string): string[] {
  return value.trim().match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
}

describe('styles say start and end', () => {
  it.each([
    ["'flex ml-2'", "'flex ms-2'"],
    ['"max-sm:-mr-3"', '"max-sm:-me-3"'],
    ["'pl-[3px]'", "'ps-[3px]'"],
    ["'scroll-ml-4'", "'scroll-ms-4'"],
    ["'sm:left-0'", "'sm:inset-s-0'"],
    ["'-right-1/2'", "'-inset-e-1/2'"],
    ["'text-left'", "'text-start'"],
    ["'text-right!'", "'text-end!'"],
    ["'border-l'", "'border-s'"],
    ["'border-r-2'", "'border-e-2'"],
    ["'rounded-tl-2'", "'rounded-ss-2'"],
    ["'rounded-r'", "'rounded-e'"],
    ["'-translate-x-1/2'", "'inset-x-0 mx-auto'"],
    ["'origin-top-left'", "'origin-top'"],
    ["'bg-linear-to-r'", "'bg-linear-to-b'"],
    ["'[margin-left:2px]'", "'[margin-inline-start:2px]'"],
    ['`translateX(-100%)`', '`translateX(calc(var(--onward) * -100%))`'],
    ['style={{ left: 0 }}', 'style={{ insetInlineStart: 0 }}'],
    ['{ borderLeftWidth: 2 }', '{ borderInlineStartWidth: 2 }'],
    ["{ padding: '0 12px 0 4px' }", "{ padding: '0 12px' }"],
  ])('%s is found, %s is not', (physical, logical) => {
    expect(physicalIn({ file: 'a.tsx', text: physical })).toHaveLength(1);
    expect(physicalIn({ file: 'a.tsx', text: logical })).toEqual([]);
  });

  it.each([
    ['a { margin-left: 1px; }', 'a { margin-inline-start: 1px; }'],
    ['a { border-right: 1px solid; }', 'a { border-inline-end: 1px solid; }'],
    ['a { top: 0; left: 0; }', 'a { top: 0; inset-inline-start: 0; }'],
    ['a { text-align: right; }', 'a[align="right"] { text-align: end; }'],
    ['a { transform-origin: top left; }', 'a { transform-origin: top; }'],
    ['a { border-top-left-radius: 1px; }', 'a { border-start-start-radius: 1px; }'],
    ['a { padding: 1px max(2px, 3px) 1px 0; }', 'a { padding: 1px max(2px, 3px) calc(1px + 2px); }'],
    ['a { margin: 0 1px 0 2px; }', 'a { margin: 0 1px 3px 1px; }'],
  ])('%s is found, %s is not', (physical, logical) => {
    expect(physicalIn({ file: 'a.css', text: physical })).toHaveLength(1);
    expect(physicalIn({ file: 'a.css', text: logical })).toEqual([]);
  });

  it('in all of app/', () => {
    const all = sources('app/**/*.{ts,tsx,css}');
    expect(all.length).toBeGreaterThan(200);
    expect(all.flatMap(physicalIn)).toEqual([]);
  });

  it('but for what is listed, which is all there still', () => {
    for (const [file, said] of Object.entries(STAYS))
      for (const words of Object.keys(said)) expect(readFileSync(path.join(ROOT, file), 'utf8'), file).toContain(words);
  });
});
