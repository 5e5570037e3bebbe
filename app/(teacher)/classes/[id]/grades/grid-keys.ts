/** Where a key leads in the grade book, as in a spreadsheet. Pure. */

export interface Place {
  row: number;
  column: number;
}

const PAGE = 10;

/** The cell that a key leads to; undefined: the key leads nowhere. */
export function movedBy(
  key: { key: string; ctrlKey: boolean; metaKey: boolean },
  { row, column }: Place,
  { rows, columns }: { rows: number; columns: number },
  rtl: boolean,
): Place | undefined {
  const whole = key.ctrlKey || key.metaKey;
  const side = rtl ? -1 : 1;
  const to = (place: Place): Place => ({
    row: Math.max(0, Math.min(rows - 1, place.row)),
    column: Math.max(0, Math.min(columns - 1, place.column)),
  });
  const far = rows + columns;
  switch (key.key) {
    case 'ArrowUp':
      return to({ row: whole ? 0 : row - 1, column });
    case 'ArrowDown':
      return to({ row: whole ? far : row + 1, column });
    case 'ArrowRight':
      return to({ row, column: column + side * (whole ? far : 1) });
    case 'ArrowLeft':
      return to({ row, column: column - side * (whole ? far : 1) });
    case 'PageUp':
      return to({ row: row - PAGE, column });
    case 'PageDown':
      return to({ row: row + PAGE, column });
    case 'Home':
      return to({ row: whole ? 0 : row, column: 0 });
    case 'End':
      return to({ row: whole ? far : row, column: far });
    default:
      return undefined;
  }
}

/** What a key begins in a cell: a number that is typed, points as they are, none, or the cell's own page. */
export function beginsBy(key: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}): { type: 'typed'; text: string } | { type: 'edit' | 'clear' | 'excuse' | 'look' | 'undo' | 'again' } | undefined {
  const plain = !key.ctrlKey && !key.metaKey && !key.altKey;
  if ((key.ctrlKey || key.metaKey) && !key.altKey) {
    const letter = key.key.toLowerCase();
    if (letter === 'z') return { type: key.shiftKey ? 'again' : 'undo' };
    if (letter === 'y' && !key.shiftKey) return { type: 'again' };
  }
  if (!plain) return undefined;
  if (/^[0-9.,-]$/.test(key.key)) return { type: 'typed', text: key.key };
  if (key.key === 'Enter' || key.key === 'F2') return { type: 'edit' };
  if (key.key === 'Delete' || key.key === 'Backspace') return { type: 'clear' };
  if (key.key === 'e') return { type: 'excuse' };
  return key.key === ' ' ? { type: 'look' } : undefined;
}
