'use client';
/**
 * A formula of a YAML block as one writes it by hand, in the field that students have. What is stored is plain signs, as it is
 * read; MathLive comes once somebody is near.
 */
import clsx from 'clsx';
import { useContext, useId, useRef, useState } from 'react';
import { TypesetInput } from '../../_kinds/maths/typeset-input.tsx';
import { useNear } from '../../_late/use-near.ts';
import { DrawnNames } from './drawn-names.ts';
import type { YamlBlock, YamlPath } from './use-yaml.ts';
import { WrongWords } from './wrong-words.tsx';
import { YamlField } from './yaml-field.tsx';
import { typed, untyped } from './yaml-text.ts';

interface FormulaFieldProps {
  block: YamlBlock;
  path: YamlPath;
  label: string;
  /** what it stands for is clear from where it is: the label is for screen readers */
  quiet?: boolean;
  hint?: string;
  placeholder?: string;
  className?: string;
  /** what stands for a number in it: by them `xy` is a product */
  variables: readonly string[];
  /** false: its author writes plain text */
  typeset: boolean;
}

/** LaTeX, or braces of what is drawn. */
const SIGNS = /[\\{}]/;
/** A brace that LaTeX without commands has not: `x^{2}` is half a formula, `{2a}x` has a value in it. */
const VALUE = /(?<![\^_])\{/;

export function FormulaField({ variables, typeset, ...field }: FormulaFieldProps) {
  const drawn = useContext(DrawnNames);
  const stored = typed(field.block.at(field.path), 'formula');
  // what is drawn stands in braces, which are a set where formulas are typeset
  const isTemplate = drawn.length > 0 || (VALUE.test(stored) && !stored.includes('\\'));
  if (!typeset || isTemplate) return <YamlField {...field} as="formula" />;
  return <Typeset {...field} variables={variables} stored={stored} />;
}

type TypesetProps = Omit<FormulaFieldProps, 'typeset'> & { stored: string };

function Typeset({ block, path, label, quiet = false, hint, className, variables, stored }: TypesetProps) {
  const id = useId();
  const { place, near } = useNear<HTMLDivElement>();
  /** as the field has it, while somebody writes in it */
  const [written, setWritten] = useState<string | null>(null);
  const latest = useRef({ block, written: '' });
  latest.current.block = block;
  const store = (text: string): void => latest.current.block.set(path, untyped(text, 'formula'));
  const write = async (text: string): Promise<void> => {
    setWritten(text);
    latest.current.written = text;
    if (!SIGNS.test(text)) {
      store(text);
      return;
    }
    const reader = await import('../../_kinds/maths/mathlive.ts').catch(() => null);
    // something else was written meanwhile
    if (latest.current.written !== text) return;
    // the network went before it came: what cannot be read in plain signs stays as it was written, which is read as well
    store(reader?.asText(text, variables) ?? text);
  };
  const wrong = block.wrong(path);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the field within is left
    <div
      ref={place}
      data-part={`${block.part}:${path.join('.')}`}
      className={clsx('grid content-start gap-1.5', className)}
      onBlur={() => setWritten(null)}
    >
      <span aria-hidden className={quiet ? 'sr-only' : 'font-[550] text-[14px]'}>
        {label}
      </span>
      <TypesetInput
        value={written ?? stored}
        onChange={(text) => void write(text)}
        disabled={false}
        label={label}
        describedBy={`${id}-hint ${id}-wrong`}
        variables={variables}
        invalid={wrong.length > 0}
        asleep={!near}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-[13px] text-ink-3">
          {hint}
        </p>
      )}
      <WrongWords id={`${id}-wrong`} problems={wrong} />
    </div>
  );
}
