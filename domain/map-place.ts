/** A place of a level on the map, as one person sees it. */
export interface MapPlace {
  number: number;
  title: string;
  /** null: not yet written */
  href: string | null;
  current: boolean;
  /** 0 … 1 of its points; null: nothing handed in, or nobody signed in */
  progress: number | null;
}
