'use client';
/** Writes what is put into a plane: in the plane itself or as numbers, all that is right by a condition, and what is drawn behind. */
import { useTranslations } from 'next-intl';
import { FORMS, type Form } from '../../../domain/kinds/point/forms.ts';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { RawAnswer, RawBlock } from '../../_features/authoring/raw-block.tsx';
import { useYaml, type YamlBlock } from '../../_features/authoring/use-yaml.ts';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';
import { YamlField } from '../../_features/authoring/yaml-field.tsx';
import { Button } from '../../_ui/button.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { FormPlane } from './form-plane.tsx';
import { KnownRows } from './known-rows.tsx';

const RIGHT = ['right'] as const;
const FROM = ['from'] as const;
const SNAP = ['snap'] as const;
const TOLERANCE = ['tolerance'] as const;
const WITHIN = ['within'] as const;
const PLANE = 'x: { from: -5, to: 5 }\ny: { from: -5, to: 5 }\ndraw:\n  - { curve: { y: x^2 } }';

export default function PointForm(props: KindFormProps) {
  const t = useTranslations('authoring.point');
  const block = useYaml(props, 'answer');
  const plane = useYaml(props, 'plane');
  const { written, change } = props;
  if (block === null) return <RawAnswer {...props} fence="answer" />;
  const form = FORMS.find((one) => block.at([one]) !== undefined) ?? 'point';
  const hasPlane = written.fences.plane !== undefined;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <SelectField
          label={t('form')}
          value={form}
          options={FORMS.map((value) => ({ value, label: t(`as.${value}`) }))}
          onChange={({ target }) => become(block, FORMS.find((one) => one === target.value) ?? 'point')}
        />
        <YamlField
          block={block}
          path={[form]}
          as={form === 'point' || form === 'arrow' ? 'values' : 'text'}
          label={t('answer')}
          hint={t(`hint.${form}`)}
        />
      </div>
      {form !== 'path' && <FormPlane form={form} block={block} plane={hasPlane ? plane : null} />}
      {form !== 'path' && (
        <>
          <YamlField block={block} path={RIGHT} as="text" label={t('right')} hint={t(`rightHint.${form}`)} />
          <div className="grid items-start gap-3 sm:grid-cols-3">
            {form === 'arrow' && <FromField block={block} />}
            <YamlField block={block} path={SNAP} as="number" label={t('snap')} placeholder="0.5" inputMode="decimal" />
            <YamlField block={block} path={TOLERANCE} as="number" label={t('tolerance')} inputMode="decimal" />
            {!hasPlane && (
              <YamlField block={block} path={WITHIN} as="values" label={t('within')} hint={t('withinHint')} />
            )}
          </div>
        </>
      )}
      {hasPlane ? (
        <RawBlock {...props} fence="plane" label={t('plane')} hint={t('planeHint')} />
      ) : (
        <p>
          <Button
            size="small"
            onClick={() => change({ fences: { ...written.fences, plane: { language: 'yaml', text: PLANE } } })}
          >
            + {t('planeAdd')}
          </Button>
        </p>
      )}
      <KnownRows block={block} list="also" form={form} />
      <KnownRows block={block} list="wrong" form={form} />
      <WrongWords
        id="point-rest"
        problems={block.rest([[form], RIGHT, FROM, SNAP, TOLERANCE, WITHIN, ['also'], ['wrong']])}
      />
    </div>
  );
}

/** Two numbers, or the word that says that the tail is put as well. */
function FromField({ block }: { block: YamlBlock }) {
  const t = useTranslations('authoring.point');
  return (
    <YamlField
      block={block}
      path={FROM}
      as={Array.isArray(block.at(FROM)) ? 'values' : 'value'}
      label={t('from')}
      hint={t('fromHint')}
      placeholder="0, 0"
    />
  );
}

/** The same question with something else to put; what only the form before had goes. */
function become(block: YamlBlock, next: Form): void {
  const held = (block.at([]) ?? {}) as Record<string, unknown>;
  const own = ['right', 'from', 'also', 'wrong'];
  const others = Object.entries(held).filter(([name]) => !FORMS.some((one) => one === name) && !own.includes(name));
  block.set([], { [next]: null, ...Object.fromEntries(others) });
}
