/** Where to go next, when an address says so: a path of ours, never another site. */
export function safePath(wanted: string | undefined, otherwise = '/home'): string {
  if (wanted === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)) return otherwise;
  return wanted;
}
