'use client';
/** Single keys that answer: only where nothing else has the focus that could mean them, and off for who turns them off. */
import { useEffect, useState } from 'react';
import { keepItem, keptItem } from '../../_client/kept-item.ts';

const KEY = 'nabla-answer-keys';

/** Whether the focus is at something that keys are for: a field, a button, a link, what is being edited. */
export function isAtControl(): boolean {
  const at = document.activeElement;
  return at !== null && at !== document.body && !at.hasAttribute('data-phase');
}

/** Whether keys answer on this device, and how that is changed. */
export function useAnswerKeys(): { on: boolean; turn(on: boolean): void } {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(keptItem(KEY) !== 'off'), []);
  const turn = (next: boolean): void => {
    keepItem(KEY, next ? 'on' : 'off');
    setOn(next);
  };
  return { on, turn };
}
