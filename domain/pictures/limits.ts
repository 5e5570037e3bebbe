/** What pictures may be, and what is made of them: apart from everything else, pages and the server both tell it. */

const MEGABYTE = 1024 * 1024;

/** Of a file that is put in; phones take pictures of 12 megapixels and 3 to 10 MB. */
export const LARGEST_FILE = 20 * MEGABYTE;
export const MOST_MEGAPIXELS = 40;
/** Of what is stored of it. */
export const LARGEST_STORED = 2 * MEGABYTE;
export const LONGEST_SIDE = 2_000;
/** Of everything that one account has put in. */
export const QUOTA = 200 * MEGABYTE;
/** What nothing refers to is kept so long after it was last put in. */
export const DAYS_UNUSED = 30;
/** Of the words that say what is in it: what screen readers read, and what stands there where it is missing. */
export const LONGEST_ALT = 300;

/** Why a file cannot be put in: the field of the refusal. */
export const PICTURE_REFUSALS = [
  'large', // its file is larger than we take
  'megapixels', // it has more of them than we take, or says so
  'heic', // as some phones store them: a format that few programs may read
  'unknown', // no picture, or none of a format that we know
  'broken', // it says that it is one, and cannot be read
  'heavy', // reading it took too much time or memory
  'quota', // all that this account has put in is as much as it may be
  'busy', // many put pictures in at this moment
] as const;
export type PictureRefusal = (typeof PICTURE_REFUSALS)[number];
