/** Into which banks and catalogues somebody may put something. Light: pages carry it. */
export interface Homes {
  /** they have a bank and a catalogue of their own */
  own: boolean;
  /** those that they edit */
  courses: { id: string; title: string }[];
}
