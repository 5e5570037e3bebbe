'use client';
/** Writes a vector or a matrix: its entries told, or worked out by the checker. */
import { useTranslations } from 'next-intl';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { FormulaField } from '../../_features/authoring/formula-field.tsx';
import { RawAnswer } from '../../_features/authoring/raw-block.tsx';
import { SignedField } from '../../_features/authoring/signed-field.tsx';
import { TickField } from '../../_features/authoring/tick-field.tsx';
import { useYaml, type YamlBlock } from '../../_features/authoring/use-yaml.ts';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';
import { YamlField, YamlTick } from '../../_features/authoring/yaml-field.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { useTypeset } from '../maths/use-typeset.ts';
import { FORMULA_SIGNS, MATRIX_SIGNS } from '../set/signs.ts';

const SOURCES = ['matrix', 'gradient', 'jacobian', 'hessian'] as const;
type Source = (typeof SOURCES)[number];
const VARIABLES = ['variables'] as const;
const POSITIVE = ['positive'] as const;
const SHAPE = ['shape'] as const;
const DECIMALS = ['decimals'] as const;

export default function MatrixForm(props: KindFormProps) {
  const t = useTranslations('authoring.matrix');
  const block = useYaml(props, 'answer');
  const { typeset } = useTypeset();
  if (block === null) return <RawAnswer {...props} fence="answer" />;
  const written = block.at(VARIABLES);
  const variables = Array.isArray(written) ? written.filter((one) => typeof one === 'string') : [];
  const source = SOURCES.find((one) => block.at([one]) !== undefined) ?? 'matrix';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <SelectField
        label={t('source')}
        value={source}
        options={SOURCES.map((value) => ({ value, label: t(`sources.${value}`) }))}
        onChange={({ target }) => become(block, SOURCES.find((one) => one === target.value) ?? 'matrix')}
      />
      {source === 'matrix' ? (
        <SignedField
          block={block}
          path={['matrix']}
          as="formula"
          label={t('entries')}
          hint={t('entriesHint')}
          signs={MATRIX_SIGNS}
        />
      ) : (
        <div className="grid gap-3 sm:grid-cols-2">
          {source === 'jacobian' ? (
            <SignedField
              block={block}
              path={[source, 'of']}
              as="names"
              label={t('formulas')}
              hint={t('formulasHint')}
              signs={FORMULA_SIGNS}
            />
          ) : (
            <FormulaField block={block} path={[source, 'of']} label={t('of')} variables={variables} typeset={typeset} />
          )}
          <YamlField block={block} path={[source, 'by']} as="names" label={t('by')} />
        </div>
      )}
      <div className="grid gap-3 sm:grid-cols-3">
        <YamlField block={block} path={VARIABLES} as="names" label={t('variables')} hint={t('variablesHint')} />
        <YamlField block={block} path={POSITIVE} as="names" label={t('positive')} />
        <YamlField block={block} path={DECIMALS} as="number" label={t('decimals')} />
      </div>
      <div className="flex flex-wrap gap-x-5">
        <TickField
          label={t('free')}
          checked={block.at(SHAPE) === 'free'}
          onChange={(free) => block.set(SHAPE, free ? 'free' : undefined)}
        />
        <YamlTick block={block} path={['either']} label={t('either')} />
        <YamlTick block={block} path={['strict']} label={t('strict')} />
        <YamlTick block={block} path={['euler']} label={t('euler')} />
      </div>
      <WrongWords
        id="matrix-rest"
        problems={block.rest([
          ...(source === 'matrix'
            ? [['matrix']]
            : [
                [source, 'of'],
                [source, 'by'],
              ]),
          VARIABLES,
          POSITIVE,
          DECIMALS,
        ])}
      />
    </div>
  );
}

/** The same answer from another source; what only the one before had goes. */
function become(block: YamlBlock, next: Source): void {
  const held = (block.at([]) ?? {}) as Record<string, unknown>;
  const others = Object.entries(held).filter(([name]) => !SOURCES.some((one) => one === name));
  const begin = next === 'matrix' ? null : { of: next === 'jacobian' ? [] : null, by: held.variables ?? [] };
  block.set([], { [next]: begin, ...Object.fromEntries(others) });
}
