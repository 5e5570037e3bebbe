/** Where in a lesson somebody is: the question they are in or have before them, and the heading they read from. */

export interface Place {
  question: string | null;
  section: string | null;
}

/** A heading counts as being read from when it passes this line, in pixels below the top. */
const LINE = 120;

/** @param questions the ids of the cards, which are their anchors */
export function whereIn(questions: readonly string[], sections: readonly string[]): Place {
  const above = sections.filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? LINE) < LINE);
  return { question: questionIn(questions), section: above.at(-1) ?? null };
}

/** The card with the caret, as long as some of it can be seen; else the one in the middle of the window. */
function questionIn(questions: readonly string[]): string | null {
  const boxes = questions.flatMap((id) => {
    const card = document.getElementById(id);
    return card === null ? [] : [{ id, card, box: card.getBoundingClientRect() }];
  });
  const seen = boxes.filter(({ box }) => box.bottom > 0 && box.top < innerHeight);
  const middle = innerHeight / 2;
  return (
    seen.find(({ card }) => card.contains(document.activeElement))?.id ??
    seen.find(({ box }) => box.top <= middle && box.bottom >= middle)?.id ??
    null
  );
}
