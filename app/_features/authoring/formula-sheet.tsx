'use client';
/** A formula, typed as it is written by hand, for a text. It is loaded where somebody asks for it. */
import { useTranslations } from 'next-intl';
import { type FormEvent, useContext, useEffect, useRef, useState } from 'react';
import { TypesetInput } from '../../_kinds/maths/typeset-input.tsx';
import { Button } from '../../_ui/button.tsx';
import { SheetDialog } from '../../_ui/sheet-dialog.tsx';
import { DrawnNames, withDrawn } from './drawn-names.ts';
import { TickField } from './tick-field.tsx';

interface FormulaSheetProps {
  onClose(): void;
  onInsert(latex: string, display: boolean): void;
}

export function FormulaSheet({ onClose, onInsert }: FormulaSheetProps) {
  const t = useTranslations('authoring.formula');
  const [latex, setLatex] = useState('');
  const [display, setDisplay] = useState(false);
  const names = useContext(DrawnNames);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // the field comes a moment after the sheet
    const look = setInterval(() => {
      const field = form.current?.querySelector<HTMLElement>('math-field');
      if (field === null || field === undefined) return;
      field.focus();
      clearInterval(look);
    }, 50);
    return () => clearInterval(look);
  }, []);
  const insert = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (latex.trim() !== '') onInsert(withDrawn(latex.trim(), names), display);
  };
  return (
    <SheetDialog title={t('title')} onClose={onClose}>
      <form ref={form} onSubmit={insert} className="grid gap-4">
        <TypesetInput
          value={latex}
          onChange={setLatex}
          disabled={false}
          label={t('field')}
          describedBy="formula-how"
          variables={[]}
          invalid={false}
        />
        <p id="formula-how" className="text-[14px] text-ink-2">
          {t('how')}
        </p>
        <TickField label={t('display')} checked={display} onChange={setDisplay} />
        <p>
          <Button type="submit" look="first" idle={latex.trim() === ''}>
            {t('insert')}
          </Button>
        </p>
      </form>
    </SheetDialog>
  );
}
