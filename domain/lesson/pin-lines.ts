/** The lines that pin questions of a bank, as text: found and moved without a look at the rest. Light: pages carry it. */

/** Which version of which question. */
export interface Pin {
  ref: string;
  version: number;
}

/** The same with what its place says otherwise than the question; null: as it is. */
export interface PlacedPin extends Pin {
  seconds: number | null;
  points: number | null;
}

/** More than a lesson has questions. */
const MOST_PINS = 200;
const LINE = /^ {0,3}::question\b.*$/gm;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

export function pinName({ ref, version }: Pin): string {
  return `${ref}@${version}`;
}

/** What a source pins, as far as it can be read: a look at its lines, before anybody compiles it. */
export function pinsIn(source: string): Pin[] {
  const pins = new Map<string, Pin>();
  for (const [line] of source.matchAll(LINE)) {
    const pin = pinOf(line);
    if (pin === null) continue;
    pins.set(pinName(pin), pin);
    if (pins.size === MOST_PINS) break;
  }
  return [...pins.values()];
}

/** The same source with every pin of a question moved to another version. */
export function movePins(source: string, { ref, version }: Pin): string {
  return source.replaceAll(LINE, (line) =>
    pinOf(line)?.ref === ref
      ? line.replace(/(\bversion="?)\d+/, (_all, before: string) => `${before}${version}`)
      : line,
  );
}

/** The same source with other versions in the places of those that it pins; a pin of which nothing is said stays. */
export function withPins(source: string, other: (pin: Pin) => Pin | undefined): string {
  return source.replaceAll(LINE, (line) => {
    const pin = pinOf(line);
    const to = pin === null ? undefined : other(pin);
    if (to === undefined) return line;
    return line
      .replace(/(\bref="?)[\w-]+/, (_all, before: string) => before + to.ref)
      .replace(/(\bversion="?)\d+/, (_all, before: string) => `${before}${to.version}`);
  });
}

function pinOf(line: string): Pin | null {
  const ref = /\bref="?([\w-]+)/.exec(line)?.[1]?.toLowerCase() ?? '';
  const [, version] = /\bversion="?([1-9]\d{0,5})\b/.exec(line) ?? [];
  return UUID.test(ref) && version !== undefined ? { ref, version: Number(version) } : null;
}
