/** Names of an answer that keep from one call to the next what a call left in them, read from its text. */
import { codeOnly } from './code-text.ts';
import type { Language } from './number-format.ts';

/** At most so many are named. */
const MOST = 3;
/** Longer texts, and more names, are not looked at: what is hostile must not take long either. */
const LONGEST = 10_000;
const MOST_LOOKED_AT = 40;

/** Empty: none was found. The text may deceive: ask only where a first call was right and a later one was not. */
export function keptNames(source: string, language: Language): Kept {
  if (source.length > LONGEST) return { names: [], how: 'outside' };
  const code = codeOnly(source, language);
  const defaults = language === 'python' ? keptDefaults(code) : [];
  const others = language === 'python' ? inPython(code) : inJavaScript(code);
  const names = [...new Set([...others, ...defaults])].slice(0, MOST);
  return { names, how: others.length === 0 && defaults.length > 0 ? 'default' : 'outside' };
}

interface Kept {
  names: string[];
  /** all of them are default values of parameters */
  how: 'default' | 'outside';
}

const PYTHON_CHANGES =
  'append|appendleft|extend|insert|add|update|pop|popleft|popitem|remove|discard|clear|setdefault|sort|reverse|subtract';
const MADE_ONCE = String.raw`\[|\{|(?:list|dict|set|deque|Counter|defaultdict|OrderedDict|bytearray|collections\.\w+|np\.\w+|numpy\.\w+)\s*\(`;
const USED_UP = String.raw`(?:iter|map|filter|zip|reversed|enumerate)\s*\(|\([^()\n]*\bfor\b`;

/** What happens to a name inside of functions. */
function lookingInto(code: string) {
  const lines = code.split('\n');
  const inside = lines
    .filter((line) => /^[ \t]/.test(line) || /^(?:async\s+)?def\b.*:\s*\S|^\w+\s*=\s*lambda/.test(line))
    .join('\n');
  const has = (pattern: string): boolean => new RegExp(pattern, 'm').test(inside);
  return {
    inside,
    has,
    changed: (name: string): boolean =>
      has(String.raw`(?<![\w.])${name}\.(?:${PYTHON_CHANGES})\(`) ||
      has(String.raw`(?<![\w.])${name}(?:\[[^\]\n]{0,80}\]){1,4}\s*(?:[-+*/%@&|^]|\*\*|//)?=(?!=)`),
    counted: (name: string): boolean => has(String.raw`(?<![\w.])${name}\s*(?:[-+*/%@&|^]|\*\*|//)=`),
    remade: (name: string): boolean => has(String.raw`^[ \t]+(?:for\s+)?${name}\s*(?:=(?!=)|in\b)`),
  };
}

/** Parameters whose default value is changed: it is made once. */
function keptDefaults(code: string): string[] {
  const { changed, counted, remade } = lookingInto(code);
  return [...code.matchAll(/\bdef\s+\w+\s*\(([^\n]*)\)\s*(?:->[^:\n]+)?:/g)]
    .flatMap(([, all = '']) => [...all.matchAll(new RegExp(String.raw`(\w+)\s*(?::[^=,]*)?=\s*(?:${MADE_ONCE})`, 'g'))])
    .map(([, name = '']) => name)
    .slice(0, MOST_LOOKED_AT)
    .filter((name) => (changed(name) || counted(name)) && !remade(name));
}

function inPython(code: string): string[] {
  const { inside, has, changed, counted, remade } = lookingInto(code);
  const shared = [...inside.matchAll(/^[ \t]+(?:global|nonlocal)[ \t]+([\w, \t]+)/gm)]
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => /^\w+$/.test(name))
    .slice(0, MOST_LOOKED_AT)
    .filter(
      (name) => counted(name) || changed(name) || has(String.raw`^[ \t]+${name}\s*=(?!=)[^\n]{0,200}\b${name}\b`),
    );
  const parameters = new Set(
    [...code.matchAll(/\bdef\s+\w+\s*\(([^)]*)\)/g)].flatMap(([, all = '']) => all.match(/\w+/g) ?? []),
  );
  const outside = [...code.matchAll(/^([A-Za-z_]\w*)[ \t]*(?::[^=\n]*)?=(?!=)[ \t]*(.*)$/gm)]
    .slice(0, MOST_LOOKED_AT)
    .filter(([, name = '']) => !parameters.has(name) && !remade(name))
    .filter(([, name = '', value = '']) =>
      new RegExp(`^(?:${USED_UP})`).test(value) ? has(String.raw`(?<![\w.])${name}\b`) : changed(name),
    )
    .map(([, name = '']) => name);
  const attributes = [...code.matchAll(/^(?:async\s+)?def\s+(\w+)/gm)]
    .slice(0, MOST_LOOKED_AT)
    .flatMap(([, entry = '']) =>
      [
        ...inside.matchAll(
          new RegExp(String.raw`(?<![\w.])(${entry}\.\w+)(?:\s*(?:[-+*/])=|\.(?:${PYTHON_CHANGES})\()`, 'g'),
        ),
      ].map(([, name = '']) => name),
    );
  return [...shared, ...outside, ...attributes];
}

const JAVASCRIPT_CHANGES = 'push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear';

function inJavaScript(code: string): string[] {
  const names: string[] = [];
  const parameters = new Set(
    [...code.matchAll(/\bfunction\b[^(]*\(([^)]*)\)|\(([^()]*)\)\s*=>|([\w$]+)\s*=>/g)].flatMap(
      ([, one = '', two = '', three = '']) => `${one},${two},${three}`.match(/[\w$]+/g) ?? [],
    ),
  );
  const declared = [...code.matchAll(/^(?:let|var|const)\s+([^\n]{1,200})/gm)].slice(0, MOST_LOOKED_AT);
  const rest = code.replaceAll(/^(?:let|var|const)\s+(?![^\n]*(?:=>|\bfunction\b))[^\n]*/gm, '');
  const has = (pattern: string): boolean => new RegExp(pattern, 'm').test(rest);
  for (const [, all = ''] of declared) {
    for (const [, name = '', value = ''] of [
      ...all.matchAll(/(?:^|,)\s*([\w$]+)\s*(?:=\s*([^,;]*))?(?=[,;]|$)/g),
    ].slice(0, 8)) {
      const quoted = name.replaceAll('$', '\\$');
      if (parameters.has(name) || has(String.raw`^\s+(?:let|var|const)\s+${quoted}\b`)) continue;
      const here = String.raw`(?<![\w$.])${quoted}`;
      const isPattern = /^\/.+\/[a-z]*[gy]/.test(value) && has(String.raw`${here}\.(?:test|exec)\(`);
      const changes =
        has(String.raw`${here}\s*(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)=(?!=)`) ||
        has(String.raw`${here}(?:\+\+|--)|(?:\+\+|--)${quoted}\b`) ||
        has(String.raw`${here}\.(?:${JAVASCRIPT_CHANGES})\(`) ||
        has(String.raw`${here}(?:\[[^\]\n]{0,80}\]|\.[\w$]+){1,4}\s*(?:[-+*/%]|\*\*|&&|\|\||\?\?)?=(?![=>])`) ||
        has(String.raw`${here}\s*=(?![=>])[^;\n]{0,200}(?<![\w$.])${quoted}(?![\w$])`);
      if (isPattern || changes) names.push(name);
    }
  }
  const functions = [...code.matchAll(/\bfunction\s+([\w$]+)/g)].slice(0, MOST_LOOKED_AT).map(([, name = '']) => name);
  const attributes = functions.flatMap((entry) =>
    [
      ...code.matchAll(
        new RegExp(
          String.raw`(?<![\w$.])(${entry.replaceAll('$', '\\$')}\.[\w$]+)\s*(?:[-+*/]=|\+\+|--|\.push\(|=[^=>])`,
          'g',
        ),
      ),
    ].map(([, name = '']) => name),
  );
  // a function's `prototype` is no such name
  return [...names, ...attributes.filter((name) => !name.endsWith('.prototype'))];
}
