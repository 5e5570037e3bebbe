'use client';
/** On every page once: see watch-pictures.ts. */
import { useEffect } from 'react';
import { watchPictures } from './watch-pictures.ts';

export function MissingPictures() {
  useEffect(() => watchPictures(document), []);
  return null;
}
