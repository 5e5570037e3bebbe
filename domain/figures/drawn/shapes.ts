/** What a plane is drawn with: lines, areas, dots, arrows and words, in the coordinates of the plane. */
export type Point = readonly [number, number];
export type Look = 'accent' | 'second' | 'quiet' | 'right' | 'wrong';
type DotShape = 'dot' | 'ring' | 'cross' | 'square';

export interface Common {
  look: Look;
  dashed: boolean;
  /** HTML, and where it stands */
  label?: { html: string; at: Point; centred?: boolean } | undefined;
}
export interface Dot {
  at: Point;
  shape: DotShape;
  /** what is written beside it */
  number?: number;
  /** which row of which table it is, where that may be dragged */
  row?: { table: string; index: number };
}
export type Shape = Common &
  (
    | { kind: 'lines'; lines: readonly (readonly Point[])[]; weight: 'thin' | 'usual' | 'thick' }
    | { kind: 'areas'; rings: readonly (readonly (readonly Point[])[])[]; strength: number; striped: boolean }
    | { kind: 'dots'; dots: readonly Dot[] }
    | { kind: 'arrows'; arrows: readonly (readonly [from: Point, to: Point])[] }
    | { kind: 'words' }
  );
