/** What is put. Light: pages carry it. */
export const FORMS = ['point', 'arrow', 'line', 'path'] as const;
export type Form = (typeof FORMS)[number];
