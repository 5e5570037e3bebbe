'use client';
/** A block of a question as the text that it is: code, or YAML that a form could not show. */
import { useTranslations } from 'next-intl';
import type { FenceRole } from '../../../domain/lesson/fence-roles.ts';
import { CodeEditor } from '../../_ui/code-editor/code-editor.tsx';
import type { KindFormProps } from './form-props.ts';
import { WrongWords } from './wrong-words.tsx';

interface RawBlockProps extends KindFormProps {
  fence: FenceRole;
  label: string;
  hint?: string;
}

/** One block in an editor, with what is wrong with it at its lines and below. */
export function RawBlock({ written, change, wrong, fence: role, label, hint }: RawBlockProps) {
  const fence = written.fences[role] ?? { language: 'yaml', text: '' };
  const problems = wrong(`fences.${role}`);
  return (
    <div data-part={`fences.${role}`} className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <p className="font-[550] text-[14px]">{label}</p>
      <CodeEditor
        language={fence.language === 'javascript' || fence.language === 'js' ? 'javascript' : 'python'}
        label={label}
        value={fence.text}
        onChange={(text) => change({ fences: { ...written.fences, [role]: { ...fence, text } } })}
        marks={problems.map(({ line, words }) => ({ line, column: 1, text: words }))}
        className="bg-sheet! text-[14px]"
      />
      {hint !== undefined && <p className="text-[13px] text-ink-3">{hint}</p>}
      <WrongWords id={`raw-${role}`} problems={problems} />
    </div>
  );
}

/** Where the answer is written so that a form cannot show it. */
export function RawAnswer(props: KindFormProps & { fence: FenceRole }) {
  const t = useTranslations('authoring');
  return <RawBlock {...props} label={t('rawAnswer')} hint={t('rawHint')} />;
}
