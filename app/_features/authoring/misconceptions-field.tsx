'use client';
/** What wrong answers reveal: by which of them which misconception shows, and words for this question where it needs its own. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { misreadBy } from '../../../domain/kinds/misread-by.ts';
import { MOST_SIGNS } from '../../../domain/misconceptions/sign.ts';
import type { QuestionKind } from '../../../domain/question.ts';
import { calls } from '../../_client/calls.ts';
import { Reads } from '../../_client/reads.tsx';
import { useRead } from '../../_client/use-read.ts';
import type { KindFormProps } from './form-props.ts';
import { MisreadRow } from './misread-row.tsx';
import { signed } from './misread-rows.ts';
import { RawBlock } from './raw-block.tsx';
import { Rows } from './rows.tsx';
import { useYaml, type YamlBlock } from './use-yaml.ts';
import { WrongWords } from './wrong-words.tsx';
import { rowsAt, setRows, type YamlRow } from './yaml-rows.ts';

export function MisconceptionsField(props: KindFormProps & { kind: QuestionKind }) {
  const t = useTranslations('authoring.misconceptions');
  const block = useYaml(props, 'misconceptions');
  const isUsed = props.written.fences.misconceptions !== undefined;
  const [open, setOpen] = useState(isUsed);
  return (
    <details open={isUsed || undefined} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="min-h-10 cursor-pointer py-2 font-[550] text-[14px]">{t('title')}</summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 pb-1">
        <p className="text-[14px] text-ink-2">{t('how')}</p>
        {block === null ? (
          <RawBlock {...props} fence="misconceptions" label={t('raw')} />
        ) : (
          (open || isUsed) && (
            <Reads>
              <Told {...props} block={block} />
            </Reads>
          )
        )}
      </div>
    </details>
  );
}

/** Until it is read. */
const NOWHERE = { own: true, courses: [] };

/** The catalogue is read once somebody opens this. */
function Told({ block, kind, ...props }: KindFormProps & { kind: QuestionKind; block: YamlBlock }) {
  const t = useTranslations('authoring.misconceptions');
  const { seen, again } = useRead(['catalogue'], () => calls.misconceptions.read.mutate({}));
  const rows = rowsAt(block, []);
  const signs = misreadBy[kind];
  const write = (after: readonly YamlRow[]): void => {
    if (after.length === 0) {
      const { misconceptions: _gone, ...fences } = props.written.fences;
      props.change({ fences });
    } else if (rows.length === 0) {
      block.set(
        [],
        after.map(({ value }) => value),
      );
    } else setRows(block, [], rows, after);
  };
  return (
    <>
      <Rows<YamlRow>
        one={t('one')}
        add={t('add')}
        rows={rows}
        most={MOST_SIGNS}
        fixed
        blank={() => ({ step: rows.length, value: signed({}, signs.by[0] ?? 'answer') })}
        onChange={write}
      >
        {({ step, value }) => (
          <MisreadRow
            block={block}
            step={step}
            value={value}
            signs={signs}
            written={props.written}
            catalogue={seen?.entries ?? []}
            homes={seen?.homes ?? NOWHERE}
            onMade={again}
          />
        )}
      </Rows>
      <WrongWords id="misconceptions-rest" problems={block.rest(rows.map(({ step }) => [step]))} />
    </>
  );
}
