'use client';
/** What is taken as a number: a value and what it may differ by; or two numbers, and whether each of them still belongs to it. */
import { useTranslations } from 'next-intl';
import { TickField } from '../../_features/authoring/tick-field.tsx';
import type { YamlBlock, YamlPath } from '../../_features/authoring/use-yaml.ts';
import { YamlField } from '../../_features/authoring/yaml-field.tsx';

/** As an author writes it; what is `open` does not belong to it. */
const ENDS = {
  low: { closed: 'from', open: 'above' },
  high: { closed: 'to', open: 'below' },
} as const;
type End = keyof typeof ENDS;

export const SPAN = ['value', 'tolerance', 'from', 'above', 'to', 'below'] as const;

interface SpanProps {
  block: YamlBlock;
  /** where it stands in the block */
  path: YamlPath;
}

const isOpen = (block: YamlBlock, path: YamlPath, end: End): boolean =>
  block.at([...path, ENDS[end].open]) !== undefined;

/** Whether two ends are written there. */
const isBetween = (block: YamlBlock, path: YamlPath): boolean =>
  SPAN.slice(2).some((name) => block.at([...path, name]) !== undefined);

/** The fields of one of them; which of the two it is says `BetweenTick`. */
export function SpanFields({ block, path }: SpanProps) {
  const t = useTranslations('authoring.number');
  if (isBetween(block, path))
    return (
      <>
        <EndField block={block} path={path} end="low" />
        <EndField block={block} path={path} end="high" />
      </>
    );
  return (
    <>
      <YamlField block={block} path={[...path, 'value']} as="number" label={t('value')} inputMode="decimal" />
      <YamlField
        block={block}
        path={[...path, 'tolerance']}
        as="value"
        label={t('tolerance')}
        hint={path.length === 0 ? t('toleranceHint') : undefined}
        inputMode="decimal"
      />
    </>
  );
}

function EndField({ block, path, end }: SpanProps & { end: End }) {
  const t = useTranslations('authoring.number');
  const names = ENDS[end];
  const open = isOpen(block, path, end);
  const [here, other] = open ? [names.open, names.closed] : [names.closed, names.open];
  return (
    <div className="grid content-start">
      <YamlField block={block} path={[...path, here]} as="number" label={t(here)} inputMode="decimal" />
      <TickField
        label={t('included')}
        checked={!open}
        onChange={() =>
          block.setAll([
            [[...path, other], block.at([...path, here]) ?? null],
            [[...path, here], undefined],
          ])
        }
      />
    </div>
  );
}

/** Between two numbers, in place of a value. */
export function BetweenTick({ block, path }: SpanProps) {
  const t = useTranslations('authoring.number');
  const between = isBetween(block, path);
  const at = (name: (typeof SPAN)[number]): unknown => block.at([...path, name]) ?? null;
  const become = (isRange: boolean): void => {
    const next = isRange ? { from: at('value'), to: null } : { value: at('from') ?? at('above') };
    const gone = SPAN.filter((name) => !(name in next));
    block.setAll([
      ...Object.entries(next).map(([name, value]) => [[...path, name], value] as const),
      ...gone.map((name) => [[...path, name], undefined] as const),
    ]);
  };
  return <TickField label={t('between')} checked={between} onChange={become} />;
}
