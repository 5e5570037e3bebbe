'use client';
/** Form or Markdown: the same question, twice. */
import { useTranslations } from 'next-intl';
import type { Face } from './use-faces.ts';

const FACES = ['form', 'markdown'] as const satisfies readonly Face[];

export function FaceSwitch({ face, onTurn }: { face: Face; onTurn(face: Face): void }) {
  const t = useTranslations('authoring.faces');
  return (
    <fieldset className="flex rounded-[10px] border border-line bg-fill p-0.5">
      <legend className="sr-only">{t('label')}</legend>
      {FACES.map((one) => (
        <label
          key={one}
          className="min-h-9 cursor-pointer content-center rounded-2 px-3 text-[14px] text-ink-2 has-checked:bg-sheet has-checked:font-[550] has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-violet"
        >
          <input type="radio" name="face" checked={face === one} onChange={() => onTurn(one)} className="sr-only" />
          {t(one)}
        </label>
      ))}
    </fieldset>
  );
}
