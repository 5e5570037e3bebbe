'use client';
/** Pictures for a text: what is pasted, dropped or picked is asked about, one after the other, and comes to where the caret was. */
import { type ReactNode, useCallback, useState } from 'react';
import { useLate } from '../../../_late/late.ts';

const loadSheet = (): Promise<typeof import('./picture-sheet.tsx')> => import('./picture-sheet.tsx');

export interface TextPictures {
  /** asks for a file */
  pick(): void;
  /** takes these */
  take(files: readonly File[]): void;
  /** stands in the page while something is asked */
  sheet: ReactNode;
}

/** @param insert is handed each picture as it is written */
export function usePictures(insert: (markdown: string) => void): TextPictures {
  /** what is still to be asked about; undefined: a file that is to be picked */
  const [asked, setAsked] = useState<readonly { id: number; file: File | undefined }[]>([]);
  const [first] = asked;
  const { part } = useLate(first === undefined ? undefined : loadSheet);
  const add = useCallback(
    (files: readonly (File | undefined)[]) =>
      setAsked((before) => [...before, ...files.map((file, index) => ({ id: performance.now() + index, file }))]),
    [],
  );
  const next = useCallback(() => setAsked(([, ...others]) => others), []);
  const done = useCallback(
    (markdown: string): void => {
      next();
      insert(markdown);
    },
    [next, insert],
  );
  return {
    pick: () => add([undefined]),
    take: add,
    sheet: first !== undefined && part !== undefined && (
      <part.PictureSheet key={first.id} file={first.file} onClose={next} onInsert={done} />
    ),
  };
}
