'use client';
/** One value of a YAML block as a field. What is being typed stays as it is typed until the field is left. */
import { useState } from 'react';
import { TextField } from './text-field.tsx';
import { TickField } from './tick-field.tsx';
import type { YamlBlock, YamlPath } from './use-yaml.ts';
import { type TypedAs, typed, untyped } from './yaml-text.ts';

interface YamlFieldProps {
  block: YamlBlock;
  path: YamlPath;
  as: TypedAs;
  label: string;
  quiet?: boolean;
  hint?: string | undefined;
  placeholder?: string;
  className?: string;
  inputMode?: 'decimal';
}

/** A value that is typed. @param as how it is read and shown */
export function YamlField({ block, path, as, ...rest }: YamlFieldProps) {
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <TextField
      {...rest}
      part={`${block.part}:${path.join('.')}`}
      value={typing ?? typed(block.at(path), as)}
      onChange={(text) => {
        setTyping(text);
        block.set(path, untyped(text, as));
      }}
      onBlur={() => setTyping(null)}
      wrong={block.wrong(path)}
      code={as !== 'text'}
    />
  );
}

interface YamlTickProps {
  block: YamlBlock;
  path: YamlPath;
  label: string;
  /** what it is worth where nothing is written */
  usual?: boolean;
}

/** A value that is on or off; as usual it is not written at all. */
export function YamlTick({ block, path, label, usual = false }: YamlTickProps) {
  const value = block.at(path);
  return (
    <TickField
      label={label}
      checked={typeof value === 'boolean' ? value : usual}
      onChange={(checked) => block.set(path, checked === usual ? undefined : checked)}
    />
  );
}
