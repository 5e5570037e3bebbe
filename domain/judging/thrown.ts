/** What was thrown in JavaScript and is no error: V8 keeps no line for it, but the text may tell. */
import type { CodeError } from '../results/verdict.ts';
import { codeOnly } from './code-text.ts';
import type { RunReport } from './report.ts';

/** The harness's name for it, in place of an error's type; the message shows the value, where that can be had. */
export const THROWN = 'Thrown';

const THROWS = /(?<![.\w$])throw\b(?!\s*new\s+\w*Error\b)/;
/** Other ways by which a value that is no error comes out. */
const OTHER_WAYS = /\.\s*throw\s*\(|\breject\b|\beval\b|\bFunction\b/;

/** The line (1-based) of the only statement of a source that throws what may be no error; null: there are others, or none. */
export function throwingLine(source: string): number | null {
  const code = codeOnly(source, 'javascript');
  if (OTHER_WAYS.test(code)) return null;
  const lines = code.split('\n').flatMap((text, index) =>
    text
      .split(THROWS)
      .slice(1)
      .map(() => index + 1),
  );
  return lines.length === 1 ? (lines[0] ?? null) : null;
}

/** The report of a run, with that line where something was thrown that has none. */
export function withThrowingLines(run: RunReport, source: string): RunReport {
  const { load, calls } = run;
  const reports = [...(load ? [load] : []), ...calls];
  if (!reports.some((report) => 'error' in report && isPlaceless(report.error))) return run;
  const line = throwingLine(source);
  const placed = <T extends object>(report: T & { error?: CodeError }): T =>
    report.error && isPlaceless(report.error) ? { ...report, error: { ...report.error, line } } : report;
  return { ...run, load: load && placed(load), calls: calls.map(placed) };
}

const isPlaceless = ({ type, line }: CodeError): boolean => type === THROWN && line === null;
