/** Moments as `datetime-local` inputs write them, in the zone of whoever runs this: `2026-11-03T17:00`. */

/** A moment as a field for date and time has it, in the browser's zone. */
export function toLocal(iso: string): string {
  const at = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** @returns an ISO time in UTC; null for nothing, or for what is no moment */
export function fromLocal(local: string): string | null {
  // without a zone at its end, a date with a time is read in the local zone
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
