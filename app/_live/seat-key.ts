/** Under which key a browser keeps its seat in a room. */
export const SEAT_KEYS = 'nabla-seat:';

export function seatKey(session: string): string {
  return `${SEAT_KEYS}${session}`;
}
