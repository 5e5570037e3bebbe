'use client';
/** Writes formulas: one part or several, each with a truth that is told or differentiated, and slips with words. */
import { useTranslations } from 'next-intl';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { FormulaField } from '../../_features/authoring/formula-field.tsx';
import { RawAnswer } from '../../_features/authoring/raw-block.tsx';
import { Rows } from '../../_features/authoring/rows.tsx';
import { useYaml, type YamlBlock } from '../../_features/authoring/use-yaml.ts';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';
import { YamlField, YamlTick } from '../../_features/authoring/yaml-field.tsx';
import { rowsAt, setRows, type YamlRow } from '../../_features/authoring/yaml-rows.ts';
import { SelectField } from '../../_ui/select-field.tsx';
import { useTypeset } from './use-typeset.ts';

const MOST_PARTS = 12;
const MOST_SLIPS = 10;
const OF = ['of'] as const;
const VARIABLES = ['variables'] as const;
const POSITIVE = ['positive'] as const;
const PARTS = ['parts'] as const;
const TRUTHS = ['equals', 'derivative', 'primitive'] as const;
type Truth = (typeof TRUTHS)[number];

export default function MathsForm(props: KindFormProps) {
  const t = useTranslations('authoring.maths');
  const fields = useTranslations('lesson.maths');
  const block = useYaml(props, 'parts');
  const { typeset, toggle } = useTypeset();
  if (block === null) return <RawAnswer {...props} fence="parts" />;
  const written = block.at(VARIABLES);
  const typing = { typeset, variables: Array.isArray(written) ? written.filter((one) => typeof one === 'string') : [] };
  const parts = rowsAt(block, PARTS);
  const differentiates = parts.some(({ value }) => truthOf(value) === 'derivative') || block.at(OF) !== undefined;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <YamlField block={block} path={VARIABLES} as="names" label={t('variables')} hint={t('variablesHint')} />
        <YamlField block={block} path={POSITIVE} as="names" label={t('positive')} hint={t('positiveHint')} />
      </div>
      {differentiates && <FormulaField block={block} path={OF} label={t('of')} hint={t('ofHint')} {...typing} />}
      <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2.5" data-part={`${block.part}:parts`}>
        <legend className="mb-1.5 font-[550] text-[14px]">
          {t('parts')} <span className="font-normal text-[13px] text-ink-3">{t('partsHow')}</span>
        </legend>
        <Rows<YamlRow>
          one={t('one')}
          add={t('add')}
          rows={parts}
          most={MOST_PARTS}
          least={1}
          blank={() => ({ step: newName(parts), value: { equals: null } })}
          onChange={(after) => setRows(block, PARTS, parts, after)}
        >
          {({ step, value }) => (
            <Part block={block} name={String(step)} value={value} alone={parts.length === 1} typing={typing} />
          )}
        </Rows>
      </fieldset>
      <YamlTick block={block} path={['euler']} label={t('euler')} />
      <p>
        <button type="button" onClick={toggle} className="text-[13px] text-ink-2 underline underline-offset-2">
          {fields(typeset ? 'toPlain' : 'toTypeset')}
        </button>
      </p>
      <WrongWords
        id="maths-rest"
        problems={block.rest([OF, VARIABLES, POSITIVE, ...parts.map(({ step }) => [...PARTS, step])])}
      />
    </div>
  );
}

interface Typing {
  variables: readonly string[];
  typeset: boolean;
}

interface PartProps {
  block: YamlBlock;
  name: string;
  value: unknown;
  alone: boolean;
  typing: Typing;
}

function Part({ block, name, value, alone, typing }: PartProps) {
  const t = useTranslations('authoring.maths');
  const path = [...PARTS, name];
  const truth = truthOf(value);
  const slips = rowsAt(block, [...path, 'slips']);
  const known = ['equals', 'by', 'of', 'upToConstantIn', 'label', 'points', 'decimals', 'strict', 'slips'];
  const become = (next: Truth): void => {
    const { by, equals, upToConstantIn, of, ...others } = (value ?? {}) as Record<string, unknown>;
    const variable = by ?? upToConstantIn ?? 'x';
    const told = equals ?? null;
    block.set(path, {
      ...(next === 'derivative'
        ? { by: variable, ...(of === undefined ? {} : { of }) }
        : { equals: told, ...(next === 'primitive' ? { upToConstantIn: variable } : {}) }),
      ...others,
    });
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5 rounded-[10px] border border-line p-3">
      <div className="grid items-start gap-2.5 sm:grid-cols-[auto_minmax(0,1fr)]">
        <SelectField
          label={t('truth')}
          value={truth}
          options={TRUTHS.map((one) => ({ value: one, label: t(`truths.${one}`) }))}
          onChange={({ target }) => become(TRUTHS.find((one) => one === target.value) ?? 'equals')}
        />
        <div className="flex flex-wrap gap-2.5">
          {truth !== 'derivative' && (
            <FormulaField
              block={block}
              path={[...path, 'equals']}
              label={t('equals')}
              className="min-w-0 flex-1 basis-48"
              {...typing}
            />
          )}
          {truth === 'derivative' && (
            <YamlField block={block} path={[...path, 'by']} as="text" label={t('by')} className="w-28" />
          )}
          {truth === 'primitive' && (
            <YamlField block={block} path={[...path, 'upToConstantIn']} as="text" label={t('by')} className="w-28" />
          )}
        </div>
      </div>
      <div className="flex flex-wrap items-start gap-2.5">
        {(!alone || truth !== 'derivative') && (
          <YamlField
            block={block}
            path={[...path, 'label']}
            as="text"
            label={t('label')}
            placeholder={t('labelHint')}
            className="min-w-0 flex-1 basis-40"
          />
        )}
        <YamlField
          block={block}
          path={[...path, 'points']}
          as="number"
          label={t('points')}
          placeholder="1"
          className="w-20"
        />
        <YamlField
          block={block}
          path={[...path, 'decimals']}
          as="number"
          label={t('decimals')}
          placeholder={t('decimalsNone')}
          className="w-36"
        />
      </div>
      <YamlTick block={block} path={[...path, 'strict']} label={t('strict')} />
      <Rows<YamlRow>
        one={t('slip')}
        add={t('addSlip')}
        rows={slips}
        most={MOST_SLIPS}
        fixed
        blank={() => ({ step: slips.length, value: { expression: '', words: '' } })}
        onChange={(after) =>
          after.length === 0
            ? block.set([...path, 'slips'], undefined)
            : slips.length === 0
              ? block.set(
                  [...path, 'slips'],
                  after.map((row) => row.value),
                )
              : setRows(block, [...path, 'slips'], slips, after)
        }
      >
        {({ step }, _set, index) => (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
            <FormulaField
              block={block}
              path={[...path, 'slips', step, 'expression']}
              quiet
              label={t('slipFormula', { place: index + 1 })}
              placeholder={t('slipFormulaHint')}
              {...typing}
            />
            <YamlField
              block={block}
              path={[...path, 'slips', step, 'words']}
              as="text"
              quiet
              label={t('slipWords', { place: index + 1 })}
              placeholder={t('slipWordsHint')}
            />
          </div>
        )}
      </Rows>
      <WrongWords
        id={`maths-${name}`}
        problems={block.wrong(path).filter((one) => !known.some((key) => block.wrong([...path, key]).includes(one)))}
      />
    </div>
  );
}

function truthOf(value: unknown): Truth {
  if (typeof value !== 'object' || value === null) return 'equals';
  if ('upToConstantIn' in value) return 'primitive';
  return 'by' in value && !('equals' in value) ? 'derivative' : 'equals';
}

function newName(parts: readonly YamlRow[]): string {
  for (let number = parts.length + 1; ; number++)
    if (!parts.some(({ step }) => step === `part${number}`)) return `part${number}`;
}
