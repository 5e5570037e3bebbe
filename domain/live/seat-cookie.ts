/** How the cookie is called in which a page shows its seat where it asks for pictures; the room's id follows. */
export const SEAT_COOKIE = 'nabla.seat.';
