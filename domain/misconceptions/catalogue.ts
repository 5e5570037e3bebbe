/** A misconception as it stands in the catalogue of a course or of a person. Light: pages carry it. */
export interface CatalogueEntry {
  id: string;
  code: string;
  name: string;
  words: string;
  html: string;
  /** the course that it belongs to; null: somebody’s own */
  course: { id: string; title: string } | null;
  mine: boolean;
  /** of a course that was given to whoever looks, to edit */
  edited: boolean;
  /** whose it is; null: a course's */
  owner: string | null;
  fromFile: boolean;
  archived: boolean;
  /** questions that tell it apart, in their newest versions */
  questions: number;
}
