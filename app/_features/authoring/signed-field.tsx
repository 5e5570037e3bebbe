'use client';
/** A value of a YAML block that is typed, with keys for the signs that students have keys for. */
import { useRef } from 'react';
import { type Sign, SignKeys } from '../../_kinds/common/sign-keys.tsx';
import type { YamlBlock, YamlPath } from './use-yaml.ts';
import { YamlField } from './yaml-field.tsx';
import type { TypedAs } from './yaml-text.ts';

interface SignedFieldProps {
  block: YamlBlock;
  path: YamlPath;
  as: TypedAs;
  label: string;
  hint?: string | undefined;
  signs: readonly Sign[];
}

export function SignedField({ signs, ...field }: SignedFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const type = (text: string): void => {
    const line = place.current?.querySelector('input');
    if (!line) return;
    line.focus();
    const from = line.selectionStart ?? line.value.length;
    const next = line.value.slice(0, from) + text + line.value.slice(line.selectionEnd ?? from);
    // as if it had been typed: React hears of what was not set by its own hand
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(line, next);
    line.setSelectionRange(from + text.length, from + text.length);
    line.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return (
    <div ref={place} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <YamlField {...field} />
      <SignKeys signs={signs} onType={type} />
    </div>
  );
}
