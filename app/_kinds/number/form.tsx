'use client';
/** Writes a number: the value, what it may differ by, and its unit. */
import { useTranslations } from 'next-intl';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { RawAnswer } from '../../_features/authoring/raw-block.tsx';
import { useYaml } from '../../_features/authoring/use-yaml.ts';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';
import { YamlField, YamlTick } from '../../_features/authoring/yaml-field.tsx';

const VALUE = ['value'] as const;
const TOLERANCE = ['tolerance'] as const;
const UNIT = ['unit'] as const;

export default function NumberForm(props: KindFormProps) {
  const t = useTranslations('authoring.number');
  const block = useYaml(props, 'answer');
  if (block === null) return <RawAnswer {...props} fence="answer" />;
  return (
    <div className="grid gap-2.5">
      <div className="grid gap-3 sm:grid-cols-3">
        <YamlField block={block} path={VALUE} as="number" label={t('value')} inputMode="decimal" />
        <YamlField
          block={block}
          path={TOLERANCE}
          as="value"
          label={t('tolerance')}
          hint={t('toleranceHint')}
          inputMode="decimal"
        />
        <YamlField block={block} path={UNIT} as="text" label={t('unit')} hint={t('unitHint')} />
      </div>
      <YamlTick block={block} path={['euler']} label={t('euler')} />
      <WrongWords id="number-rest" problems={block.rest([VALUE, TOLERANCE, UNIT])} />
    </div>
  );
}
