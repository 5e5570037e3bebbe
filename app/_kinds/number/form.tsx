'use client';
/** Writes a number: what is right and its unit; on demand what else is accepted, and what is told to whoever errs in a known way. */
import { useTranslations } from 'next-intl';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { MarkdownField } from '../../_features/authoring/markdown-field.tsx';
import { RawAnswer } from '../../_features/authoring/raw-block.tsx';
import { Rows } from '../../_features/authoring/rows.tsx';
import { useYaml, type YamlBlock, type YamlPath } from '../../_features/authoring/use-yaml.ts';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';
import { YamlField, YamlTick } from '../../_features/authoring/yaml-field.tsx';
import { rowsAt, setRows, type YamlRow } from '../../_features/authoring/yaml-rows.ts';
import { BetweenTick, SPAN, SpanFields } from './span-fields.tsx';

const MOST = { also: 20, wrong: 10 };
const UNIT = ['unit'] as const;

export default function NumberForm(props: KindFormProps) {
  const t = useTranslations('authoring.number');
  const block = useYaml(props, 'answer');
  if (block === null) return <RawAnswer {...props} fence="answer" />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
      <div className="grid gap-3 sm:grid-cols-3">
        <SpanFields block={block} path={[]} />
        <YamlField block={block} path={UNIT} as="text" label={t('unit')} hint={t('unitHint')} />
      </div>
      <div className="flex flex-wrap gap-x-5">
        <BetweenTick block={block} path={[]} />
        <YamlTick block={block} path={['euler']} label={t('euler')} />
      </div>
      <Known block={block} list="also" />
      <Known block={block} list="wrong" />
      <WrongWords
        id="number-rest"
        problems={block.rest([
          ...SPAN.map((name) => [name]),
          UNIT,
          ...(['also', 'wrong'] as const).map((one) => [one]),
        ])}
      />
    </div>
  );
}

/** What else is known: accepted for a share of the points, or wrong with words on it. */
function Known({ block, list }: { block: YamlBlock; list: 'also' | 'wrong' }) {
  const t = useTranslations('authoring.number');
  const rows = rowsAt(block, [list]);
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2.5" data-part={`${block.part}:${list}`}>
      <legend className={rows.length === 0 ? 'sr-only' : 'mb-1.5 font-[550] text-[14px]'}>
        {t(list)} <span className="font-normal text-[13px] text-ink-3">{t(`${list}How`)}</span>
      </legend>
      <Rows<YamlRow>
        one={t(`${list}One`)}
        add={t(`${list}Add`)}
        rows={rows}
        most={MOST[list]}
        fixed
        blank={() => ({ step: rows.length, value: { value: null } })}
        onChange={(after) => setRows(block, [list], rows, after)}
      >
        {({ step }, _change, index) => <KnownRow block={block} path={[list, step]} list={list} place={index + 1} />}
      </Rows>
    </fieldset>
  );
}

interface KnownRowProps {
  block: YamlBlock;
  path: YamlPath;
  list: 'also' | 'wrong';
  place: number;
}

function KnownRow({ block, path, list, place }: KnownRowProps) {
  const t = useTranslations('authoring.number');
  const words = block.at([...path, 'words']);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-[10px] border border-line p-3">
      <div className="grid gap-3 sm:grid-cols-3">
        <SpanFields block={block} path={path} />
        {list === 'also' && (
          <YamlField
            block={block}
            path={[...path, 'percent']}
            as="number"
            label={t('percent')}
            placeholder="100"
            inputMode="decimal"
          />
        )}
      </div>
      <BetweenTick block={block} path={path} />
      <MarkdownField
        short
        quiet
        label={t(`${list}Words`, { place })}
        placeholder={t('wordsHint')}
        part={`${block.part}:${[...path, 'words'].join('.')}`}
        value={typeof words === 'string' ? words : ''}
        onChange={(text) => block.set([...path, 'words'], text === '' && list === 'also' ? undefined : text)}
        wrong={block.wrong([...path, 'words'])}
      />
      <WrongWords
        id={`number-${path.join('-')}`}
        // what is wrong with one field stands there
        problems={block.wrong(path).filter(({ code }) => code.startsWith('number.'))}
      />
    </div>
  );
}
