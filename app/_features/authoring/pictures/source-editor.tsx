'use client';
/** The editor of a source in Markdown, with pictures: a button, and what is pasted or dropped. */
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useCallback, useState } from 'react';
import { Button } from '../../../_ui/button.tsx';
import { CodeEditor } from '../../../_ui/code-editor/code-editor.tsx';
import { picturesOf } from './files.ts';
import { usePictures } from './use-pictures.tsx';

interface SourceEditorProps extends Omit<ComponentProps<typeof CodeEditor>, 'language' | 'put' | 'onFiles'> {
  /** what else can be put in where the cursor is */
  tools?(insert: (text: string) => void): ReactNode;
}

export function SourceEditor({ tools, ...props }: SourceEditorProps) {
  const t = useTranslations('authoring.tools');
  const [put, setPut] = useState<{ text: string }>();
  // the sheet gives the focus back as it closes
  const insert = useCallback((text: string): void => void setTimeout(() => setPut({ text })), []);
  const pictures = usePictures(insert);
  const { take } = pictures;
  const onFiles = useCallback(
    (data: DataTransfer): boolean => {
      const files = picturesOf(data);
      if (files.length > 0) take(files);
      return files.length > 0;
    },
    [take],
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {props.readOnly !== true && (
        <p className="flex flex-wrap items-center gap-1">
          <Button size="small" look="quiet" title={t('pictureHow')} onClick={pictures.pick}>
            {t('pictureSign')}
          </Button>
          {tools?.(insert)}
        </p>
      )}
      <CodeEditor {...props} language="markdown" put={put} onFiles={onFiles} />
      {pictures.sheet}
    </div>
  );
}
