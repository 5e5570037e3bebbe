'use client';
/** Keys for signs that few keyboards have, under a line that is typed. */
import { useTranslations } from 'next-intl';

export interface Sign {
  /** what is put in; what stands on the key unless `face` says otherwise */
  put: string;
  face?: string;
  /** in `lesson.set.sign` */
  name:
    | 'minus'
    | 'semicolon'
    | 'plusMinus'
    | 'root'
    | 'pi'
    | 'none'
    | 'infinity'
    | 'atMost'
    | 'atLeast'
    | 'notEqual'
    | 'union'
    | 'reals';
}

export function SignKeys({ signs, onType }: { signs: readonly Sign[]; onType(text: string): void }) {
  const t = useTranslations('lesson.set');
  return (
    <fieldset aria-label={t('signs')} className="flex flex-wrap gap-1.5" dir="ltr">
      {signs.map(({ put, face, name }) => (
        // not in the way of Tab: who has that key can type `<=`, `inf` and words
        <button
          key={name}
          type="button"
          tabIndex={-1}
          aria-label={t(`sign.${name}`)}
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onType(put)}
          className="grid size-11 place-items-center rounded-[8px] border border-line bg-sheet text-[18px] text-ink hover:border-violet active:bg-violet-soft"
        >
          {face ?? put}
        </button>
      ))}
    </fieldset>
  );
}
