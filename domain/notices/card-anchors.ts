/** Anchors of what opens at an exercise's card, for the addresses that lead to it. */

/** Where the remarks on what was handed in open. @param question its name in its lesson, which is the anchor of the card itself */
export function remarksAnchor(question: string): string {
  return `${question}.remarks`;
}

/** Where one's own questions to the teachers open. @param question its name in its lesson */
export function askedAnchor(question: string): string {
  return `${question}.asked`;
}
