/** A file of an export: texts and pictures one after the other. The bytes of pictures are put in by whoever sends it. */

export type Part = string | { picture: string; as: 'bytes' | 'base64' };

export interface OutFile {
  /** with `/`; of an export that is one file, its name */
  path: string;
  parts: readonly Part[];
}
