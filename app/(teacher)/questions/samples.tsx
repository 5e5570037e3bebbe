'use client';
/** Some of what students may get of a question whose values are drawn, and whether all of it is right. */
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { QuestionView } from '../../../domain/question.ts';
import { calls } from '../../_client/calls.ts';
import { Reads } from '../../_client/reads.tsx';
import { useRead } from '../../_client/use-read.ts';
import { useProblemWords } from '../../_features/courses/problem-list.tsx';
import { Button } from '../../_ui/button.tsx';

export interface Samples {
  samples: readonly { values: string; content: QuestionView }[];
  of: number;
  complete: boolean;
}

interface SamplesBarProps {
  variants: Samples;
  source: string;
  shown: number;
  onShow(sample: number): void;
}

/** All are looked at once somebody has paused for so long. */
const PAUSE_MS = 1_500;

export function SamplesBar(props: SamplesBarProps) {
  return (
    <Reads>
      <Bar {...props} />
    </Reads>
  );
}

function Bar({ variants, source, shown, onShow }: SamplesBarProps) {
  const t = useTranslations('desk.questions.samples');
  const words = useProblemWords();
  const count = variants.samples.length;
  const settled = useSettled(source);
  const { seen } = useRead(['variants', source], () => calls.bank.variants.mutate({ source }), {
    asks: settled === source,
  });
  const looked =
    seen === undefined ? null : { checked: seen.checked, edges: seen.edges, wrong: seen.problems.map(words) };
  const turn = (by: number): void => onShow((shown + by + count) % count);
  return (
    <section aria-label={t('label')} className="grid gap-2 rounded-2 border border-line bg-sheet px-4 py-3 text-[14px]">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" onClick={() => turn(-1)} aria-label={t('before')}>
          ‹
        </Button>
        <span role="status">{t('sample', { place: shown + 1, count })}</span>
        <Button size="small" onClick={() => turn(1)} aria-label={t('next')}>
          ›
        </Button>
        <code className="min-w-0 flex-1 break-words font-mono text-[13px]">{variants.samples[shown]?.values}</code>
      </div>
      <p className={looked !== null && looked.wrong.length > 0 ? 'text-wrong' : 'text-ink-2'} role="status">
        {looked === null
          ? t(variants.complete ? 'counted' : 'about', { of: variants.of })
          : looked.wrong.length === 0
            ? t(looked.checked >= variants.of ? 'allRight' : 'someRight', {
                checked: looked.checked,
                of: variants.of,
                edges: looked.edges?.tried ?? 'all',
                met: looked.edges?.met ?? 0,
                pairs: looked.edges?.of ?? 0,
              })
            : looked.wrong.join(' ')}
      </p>
    </section>
  );
}

/** The text once nobody has changed it for a moment. */
function useSettled(source: string): string | undefined {
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(source), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [source]);
  return settled;
}
