/**
 * Which of the 8,556 exports of Pyodide's main module anybody asks for: about an eighth. The linker walks all of them whenever an
 * interpreter boots, and gives each function a place in its table, so the others are left out of the module.
 */
import { readNumber, withSection, writeNumber } from './wasm-sections.ts';

const EXPORT_SECTION = 7;
/** How often the linker's script names an export that it only hands on: a declaration, an assignment, and a property. */
const ONLY_HANDED_ON = 3;
/** Asked for under another name. */
const ALIASED = '__main_argc_argv';

interface Asking {
  /** Pyodide's scripts, the linker's first */
  scripts: readonly string[];
  /** the extensions that may be linked to the module */
  sides: Iterable<WebAssembly.Module>;
}

/** The names that scripts, extensions or the module itself use. */
export function exportsInUse(main: WebAssembly.Module, { scripts, sides }: Asking): string[] {
  const [linker = '', ...others] = scripts;
  const counts = namesIn(linker);
  const named = new Set(others.flatMap((script) => [...namesIn(script).keys()]));
  // their value is read when the module is there, used or not; or they are called where they are read
  const read = new Set(
    [...linker.matchAll(/wasmExports(?:\["(\w+)"\](?:\.value|\()|\.(\w+))/g)].map(([, a, b]) => a ?? b),
  );
  const linked = new Set(
    [main, ...sides].flatMap((module) => WebAssembly.Module.imports(module).map(({ name }) => name)),
  );
  return WebAssembly.Module.exports(main)
    .filter(
      ({ name, kind }) =>
        (kind !== 'function' && kind !== 'global') ||
        name === ALIASED ||
        read.has(name) ||
        linked.has(name) ||
        named.has(`_${name}`) ||
        (counts.get(`_${name}`) ?? 0) > ONLY_HANDED_ON,
    )
    .map(({ name }) => name);
}

/** Identifiers and how often each stands there; what is quoted counts, since properties are quoted. */
function namesIn(script: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [name] of script.matchAll(/[A-Za-z_$][\w$]*/g)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The module with these exports only. */
export function keepExports(bytes: Uint8Array, names: Iterable<string>): Uint8Array {
  const kept = new Set(names);
  return withSection(bytes, EXPORT_SECTION, 'export', (content) => {
    const parts: Uint8Array[] = [];
    let [left, at] = readNumber(content, 0);
    for (; left > 0; left--) {
      const [length, text] = readNumber(content, at);
      const [, end] = readNumber(content, text + length + 1);
      if (kept.has(new TextDecoder().decode(content.subarray(text, text + length))))
        parts.push(content.subarray(at, end));
      at = end;
    }
    return Buffer.concat([Uint8Array.from(writeNumber(parts.length)), ...parts]);
  });
}
