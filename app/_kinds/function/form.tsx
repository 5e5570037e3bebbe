'use client';
/** Writes a function to be written: what students begin with, a solution, and tests. */
import { useTranslations } from 'next-intl';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { RawBlock } from '../../_features/authoring/raw-block.tsx';
import { CodeHead, TestsForm } from '../code/tests-form.tsx';

export default function FunctionForm(props: KindFormProps) {
  const t = useTranslations('authoring.code');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <CodeHead {...props} />
      <RawBlock {...props} fence="starter" label={t('starter')} hint={t('starterHint')} />
      <RawBlock {...props} fence="solution" label={t('solution')} hint={t('solutionHint')} />
      <TestsForm {...props} />
    </div>
  );
}
