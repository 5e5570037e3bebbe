/** Text that can be stored, and how long what is handed in may be. */
import { z } from 'zod';

/** Text that PostgreSQL can store: no character 0, and no half of a pair of UTF-16. No keyboard makes either. */
export const storable = z.string().refine((text) => !text.includes('\0') && text.isWellFormed());

/** Of a part or a gap. */
export const fieldName = storable.min(1).max(64);

/** Which of several readings is meant, by its text. */
export const chosenReading = storable.min(1).max(4_000);

/** Of options and items; each once where their order counts. */
export const letters = z
  .array(z.string().regex(/^[A-F]$/))
  .min(1)
  .max(6);
