'use client';
/** Writes code with gaps: what belongs in each stands in it. */
import { useTranslations } from 'next-intl';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { RawBlock } from '../../_features/authoring/raw-block.tsx';
import { CodeHead, TestsForm } from '../code/tests-form.tsx';

export default function BlanksForm(props: KindFormProps) {
  const t = useTranslations('authoring.code');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <CodeHead {...props} />
      <RawBlock {...props} fence="template" label={t('template')} hint={t('templateHint')} />
      <TestsForm {...props} />
    </div>
  );
}
