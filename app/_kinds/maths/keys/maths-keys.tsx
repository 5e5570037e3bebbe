'use client';
/** The keys of a maths question, at the lower edge of a phone; they drive the formula that has the focus, and never take it. */
import './maths-keys.css';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { Tex } from '../../../_features/lesson/tex.tsx';
import type { MathsKey, MathsLayout } from './layout.ts';
import type { MathsKeys as Model } from './use-maths-keys.ts';

const LETTERS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].map((row) => [...row]);

interface MathsKeysProps {
  keys: Model;
  layout: MathsLayout;
  /** there is more than one field */
  several: boolean;
  /** what stands on the keys: the button that hands in */
  children?: ReactNode;
}

export function MathsKeys({ keys, layout, several, children }: MathsKeysProps) {
  const t = useTranslations('lesson.keys');
  const [letters, setLetters] = useState(false);
  if (!keys.shown) return null;
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: a press between two keys must not take the focus from the field
    <div ref={keys.bar} className="maths-keys" onMouseDown={stay} onPointerDown={stay}>
      {children !== undefined && <div className="maths-keys-bar">{children}</div>}
      <fieldset aria-label={t('label')} className="maths-keys-rows">
        {letters
          ? LETTERS.map((row) => (
              <div key={row[0]} className="maths-keys-row">
                {row.map((letter) => (
                  <KeyButton key={letter} look="digit" onPress={() => keys.type(letter)}>
                    {letter}
                  </KeyButton>
                ))}
              </div>
            ))
          : [...layout.top, ...layout.main].map((row) => (
              <div key={row[0]?.id} className="maths-keys-row">
                {row.map((key) => (
                  <KeyButton
                    key={key.id}
                    look={key.look}
                    label={key.name === undefined ? key.said : t(`name.${key.name}`)}
                    onPress={() => keys.press(key.act)}
                  >
                    {'tex' in key.face ? <Tex tex={key.face.tex} /> : key.face.text}
                  </KeyButton>
                ))}
              </div>
            ))}
        <div className="maths-keys-row">
          <KeyButton look="sign" label={t(letters ? 'toMaths' : 'toLetters')} onPress={() => setLetters(!letters)}>
            {t(letters ? 'maths' : 'letters')}
          </KeyButton>
          <KeyButton look="sign" label={t('name.left')} onPress={() => keys.press({ command: 'moveToPreviousChar' })}>
            ‹
          </KeyButton>
          <KeyButton look="sign" label={t('name.right')} onPress={() => keys.press({ command: 'moveToNextChar' })}>
            ›
          </KeyButton>
          {letters && (
            <KeyButton look="sign" label={t('name.back')} onPress={() => keys.press({ command: 'deleteBackward' })}>
              ⌫
            </KeyButton>
          )}
          {several && (
            <KeyButton look="sign" wide onPress={keys.next}>
              {t('next')}
            </KeyButton>
          )}
          <KeyButton look="sign" label={t('hide')} onPress={keys.hide}>
            ⌄
          </KeyButton>
        </div>
      </fieldset>
    </div>,
    document.body,
  );
}

const stay = (event: SyntheticEvent): void => {
  if (event.cancelable) event.preventDefault();
};

interface KeyButtonProps {
  look: MathsKey['look'];
  label?: string | undefined;
  wide?: boolean;
  onPress(): void;
  children: ReactNode;
}

/** Not in the way of Tab: who has that key has no need of these. */
function KeyButton({ look, label, wide = false, onPress, children }: KeyButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      onClick={onPress}
      className={clsx('maths-key', `maths-key-${look}`, wide && 'maths-key-wide')}
    >
      {children}
    </button>
  );
}
