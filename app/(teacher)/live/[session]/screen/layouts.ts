/**
 * How the wall makes room for what it has to show: space gives way first, then type, then there are two columns, then pages that
 * the host turns. Pure: what a layout looks like is measured by whoever can see it.
 */

/** Sizes are pixels of a wall of 1920 × 1080; on any other one they are scaled with it. */
export interface Layout {
  /** below each other in the middle; in columns of one page; in columns over as many pages as it takes */
  flow: 'stacked' | 'columns' | 'pages';
  columns: 1 | 2;
  prompt: number;
  /** options and everything else that is read */
  text: number;
  code: number;
  /** how high a picture may be */
  picture: number;
  /** space around things, as a share of what is usual */
  space: number;
}

/** What somebody who sees the wall tells of a layout. */
export interface Measured {
  /** 1: all of it can be seen */
  pages: number;
  /** a line of code, a formula or a table is cut at the side */
  tooWide: boolean;
}

const AT_LEAST = { prompt: 48, text: 36, code: 36 };

/** From the roomiest to the tightest. */
export const LAYOUTS: readonly Layout[] = [
  { flow: 'stacked', columns: 1, prompt: 72, text: 48, code: 44, picture: 560, space: 1.2 },
  { flow: 'stacked', columns: 1, prompt: 60, text: 42, code: 40, picture: 480, space: 1 },
  { flow: 'stacked', columns: 1, ...AT_LEAST, picture: 420, space: 0.6 },
  { flow: 'columns', columns: 2, prompt: 60, text: 42, code: 40, picture: 640, space: 0.8 },
  { flow: 'columns', columns: 2, ...AT_LEAST, picture: 520, space: 0.5 },
  { flow: 'pages', columns: 2, ...AT_LEAST, picture: 640, space: 0.5 },
  { flow: 'pages', columns: 1, ...AT_LEAST, picture: 760, space: 0.6 },
];

/**
 * The first layout in which everything can be seen at once; else the one with the fewest pages in which nothing is cut; else the last.
 * @param measure lays out and looks; the last layout it was called with need not be the one chosen
 */
export function chooseLayout(measure: (layout: Layout) => Measured): { layout: Layout; pages: number } {
  const tried: { layout: Layout; pages: number; tooWide: boolean }[] = [];
  for (const layout of LAYOUTS) {
    const measured = measure(layout);
    if (!measured.tooWide && measured.pages <= 1) return { layout, pages: 1 };
    if (layout.flow === 'pages') tried.push({ layout, ...measured });
  }
  const whole = tried.filter((one) => !one.tooWide).sort((one, other) => one.pages - other.pages);
  const { layout, pages } = whole[0] ?? tried.at(-1) ?? { layout: LAYOUTS[0] as Layout, pages: 1 };
  return { layout, pages };
}

/**
 * Whether a wall tells how many pages it needs. Of several walls the one with the most is followed: one that needs fewer is
 * silent, unless the number that is known is the one that it told itself. So two walls never answer each other for ever.
 */
export function worthTelling({ own, known, told }: { own: number; known: number; told: number }): boolean {
  return own > known || (own < known && told === known);
}

/** A line of code beyond this is set in smaller type. */
const LONG_LINE = 80;

/** Whether code has a line that is set in smaller type. */
export function hasLongLine(code: string): boolean {
  return code.split('\n').some((line) => line.trimEnd().length > LONG_LINE);
}
