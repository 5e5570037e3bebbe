/** Titles of courses, levels and lessons: they are read as they are written. */
import { z } from 'zod';
import { turnsRound } from '../people/names/unseen.ts';

export const title = z
  .string()
  .min(1)
  .refine((text) => !turnsRound(text.trim()), { params: { problem: 'yaml.unseen' } });
