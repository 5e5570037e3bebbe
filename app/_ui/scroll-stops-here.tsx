'use client';
/** On every page once: see scroll-stops.ts. */
import { useEffect } from 'react';
import { type StopNames, watchScrollStops } from './scroll-stops.ts';

export function ScrollStopsHere({ code, formula, table }: StopNames) {
  useEffect(() => watchScrollStops(document.body, { code, formula, table }), [code, formula, table]);
  return null;
}
