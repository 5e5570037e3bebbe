/** An error that came out of the isolate while a source was compiled or loaded, as a report. Anything may be thrown. */
import { THROWN } from '../../domain/judging/thrown.ts';
import type { CodeError } from '../../domain/results/verdict.ts';

/** How isolated-vm passes on what is no error and no plain value: all it tells is that it was thrown. */
const NO_ERROR = /^An object was thrown from supplied code within isolated-vm/;
const PLACE = /solution\.js:(\d+):(\d+)/;

/** Describes it; a place outside the student's lines (behind the end of an unclosed block) is put on the last line. */
export function describeFailure(thrown: unknown, source: string): CodeError {
  if (!(thrown instanceof Error)) {
    const message = typeof thrown === 'string' ? JSON.stringify(thrown) : String(thrown);
    return { type: THROWN, message: message.slice(0, 500), line: null, column: null, traceback: '' };
  }
  if (NO_ERROR.test(thrown.message)) return { type: THROWN, message: '', line: null, column: null, traceback: '' };
  const lines = (thrown.stack ?? '').split('\n');
  const own = lines.filter((line) => PLACE.test(line)).slice(0, 8);
  const place = PLACE.exec(own[0] ?? thrown.message);
  const last = source.split('\n').length;
  return {
    type: thrown.name.slice(0, 100),
    message: thrown.message.replace(/ \[solution\.js:\d+:\d+\]$/, '').slice(0, 1000),
    line: place ? Math.min(Number(place[1]), last) : null,
    column: place ? Number(place[2]) : null,
    traceback: own.join('\n').slice(0, 4000),
  };
}
