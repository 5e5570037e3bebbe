'use client';
/** A field that is loaded where there is one: pages without are not made heavier by it. */
import type { ReactNode } from 'react';
import { type Load, useLate } from '../_late/late.ts';

interface LateFieldProps<T> {
  load: Load<T>;
  /** as high as it will be, in pixels, so that nothing moves when it comes */
  height: number;
  children(part: T): ReactNode;
}

export function LateField<T>({ load, height, children }: LateFieldProps<T>) {
  const { part } = useLate(load);
  return <div style={{ minHeight: height }}>{part && children(part)}</div>;
}
