/** What questions can be taken out as, and how much at once. Light: pages carry it. */

/** The first keeps everything. */
export const OUT_FORMATS = ['nabla', 'moodle-xml', 'gift', 'qti-1.2', 'qti-2', 'csv'] as const;
export type OutFormat = (typeof OUT_FORMATS)[number];

export const MOST_OUT = {
  questions: 1_000,
  /** bytes of the pictures in it, as they are stored */
  pictures: 100 * 1024 * 1024,
} as const;
