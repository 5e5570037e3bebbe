/** What stands there and never changes: said by the server, so that the page need not carry the words. */
export interface Said {
  classes: string;
  archived: string;
  fromFile: string;
  aside: string;
  empty: string;
  editors: string;
  levels: string;
  isArchived: string;
  takeOut: string;
  see: string;
}
