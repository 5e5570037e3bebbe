/**
 * The escape suite's payloads are data. All that any of them ever does is to leave a marker file in a temporary folder made
 * by the test, to ask for points, or to say something aloud that it should not know; none earns a point by honest means.
 *
 * Glossary
 * - payload: a submission for `double`, written to attack its grader.
 * - marker payload: gets out when the file MARKER is there afterwards.
 * - forge payload: gets out when a wrong answer earns points.
 * - read payload: gets out when a secret stands in what it returned, printed or raised.
 * - control: a grader of the naive kind, in which the payload is shown to get out (controls.ts).
 */
export type Language = 'javascript' | 'python';
type Kind = 'marker' | 'forge' | 'read';

export interface Payload {
  name: string;
  language: Language;
  /** of attack, as published */
  class: string;
  kind: Kind;
  /** where it is shown to work: a host, or a naive grader */
  control: string;
  /** begins after the prelude */
  code: string;
  needsNumpy: boolean;
}

interface Shared {
  language: Language;
  class: string;
  kind: Kind;
  control: string;
  needsNumpy?: boolean;
}

/** Payloads of one class, by name; a pair names another control than the class's. */
export function attacks(shared: Shared, codes: Record<string, string | [control: string, code: string]>): Payload[] {
  return Object.entries(codes).map(([name, one]) => {
    const [control, code] = typeof one === 'string' ? [shared.control, one] : one;
    return { needsNumpy: false, ...shared, name, control, code };
  });
}

/** A JavaScript function that tries `body` and then gives a wrong answer. `f` is a function, `xs` a list from outside. */
export const inJs = (body: string): string =>
  `function double(x, f, xs) {\n  try {\n    ${body}\n  } catch {}\n  return 0;\n}`;

/** The same in Python. */
export function inPython(body: string): string {
  const lines = body.split('\n').map((line) => `        ${line}`);
  return `def double(x):\n    try:\n${lines.join('\n')}\n    except BaseException: pass\n    return 0\n`;
}

/** A function that is wrong for every input, for payloads that do their work beside it. */
export const WRONG = { javascript: 'function double() { return 0; }', python: 'def double(x): return 0' };

export interface Places {
  /** the file that would be left behind */
  marker: string;
  /** a file that everybody may read, with a secret in it */
  secretFile: string;
}

/**
 * The source to hand in. Its prelude says where the marker goes (MARKER), where a secret lies (SECRET_FILE), and how a
 * marker is left from Node's `process` (`leave`), from anything with a constructor (`take`), or from JavaScript and a shell
 * as texts (SCRIPT, TOUCH in Python).
 */
export function sourceOf({ language, code }: Payload, { marker, secretFile }: Places): string {
  const [file, secret] = [JSON.stringify(marker), JSON.stringify(secretFile)];
  if (language === 'javascript')
    return [
      `const MARKER = ${file}, SECRET_FILE = ${secret};`,
      "const leave = (found) => found.getBuiltinModule('fs').writeFileSync(MARKER, '');",
      "const take = (thing) => leave(thing.constructor.constructor('return process')());",
      code,
    ].join('\n');
  const script = `process.getBuiltinModule('fs').writeFileSync(${file}, '')`;
  return [
    `MARKER, SECRET_FILE, TOUCH = ${file}, ${secret}, ${JSON.stringify(`touch ${marker}`)}`,
    `SCRIPT = ${JSON.stringify(script)}`,
    code,
  ].join('\n');
}
