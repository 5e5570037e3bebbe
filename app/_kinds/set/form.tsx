'use client';
/** Writes values in any order, or a part of the real line. */
import { useTranslations } from 'next-intl';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { RawAnswer } from '../../_features/authoring/raw-block.tsx';
import { SignedField } from '../../_features/authoring/signed-field.tsx';
import { useYaml } from '../../_features/authoring/use-yaml.ts';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';
import { YamlField, YamlTick } from '../../_features/authoring/yaml-field.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { SIGNS } from './signs.ts';

const ASKS = ['values', 'reals'] as const;
const VARIABLE = ['variable'] as const;
const VARIABLES = ['variables'] as const;
const POSITIVE = ['positive'] as const;
const DECIMALS = ['decimals'] as const;

export default function SetForm(props: KindFormProps) {
  const t = useTranslations('authoring.set');
  const block = useYaml(props, 'answer');
  if (block === null) return <RawAnswer {...props} fence="answer" />;
  const asks = block.at(['reals']) === undefined ? 'values' : 'reals';
  const signs = SIGNS[asks];
  const become = (next: string): void => {
    const { values, reals, ...others } = (block.at([]) ?? {}) as Record<string, unknown>;
    const told = values ?? reals ?? null;
    block.set([], { [next]: Array.isArray(told) ? told.join('; ') : told, ...others });
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-[auto_minmax(0,1fr)]">
        <SelectField
          label={t('asks')}
          value={asks}
          options={ASKS.map((value) => ({ value, label: t(`as.${value}`) }))}
          onChange={({ target }) => become(target.value)}
        />
        {Array.isArray(block.at([asks])) ? (
          <SignedField {...{ block, signs }} path={[asks]} as="values" label={t('answer')} hint={t(`hint.${asks}`)} />
        ) : (
          <SignedField {...{ block, signs }} path={[asks]} as="formula" label={t('answer')} hint={t(`hint.${asks}`)} />
        )}
      </div>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <YamlField block={block} path={VARIABLE} as="text" label={t('variable')} placeholder="x" />
        {asks === 'values' && (
          <>
            <YamlField block={block} path={VARIABLES} as="names" label={t('variables')} />
            <YamlField block={block} path={POSITIVE} as="names" label={t('positive')} />
          </>
        )}
        <YamlField block={block} path={DECIMALS} as="number" label={t('decimals')} />
      </div>
      <YamlTick block={block} path={['euler']} label={t('euler')} />
      <WrongWords id="set-rest" problems={block.rest([[asks], VARIABLE, VARIABLES, POSITIVE, DECIMALS])} />
    </div>
  );
}
