'use client';
/** Questions of banks that one may ask, looked through beside the lesson: one press puts a question in where the cursor is. */
import { useTranslations } from 'next-intl';
import { BankSearch, type FoundQuestion } from '../../../../_features/bank/bank-search.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';

interface BankSheetProps {
  /** what the lesson asks already */
  taken: readonly string[];
  onTake(question: FoundQuestion): void;
  onClose(): void;
}

export function BankSheet({ taken, onTake, onClose }: BankSheetProps) {
  const t = useTranslations('desk.editor.bank');
  return (
    <SheetDialog title={t('title')} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <BankSearch said={({ id }) => (taken.includes(id) ? t('isIn') : undefined)}>
          {(question) => (
            // a lesson may ask it twice; its editor is told that it does
            <Button size="small" aria-label={t('putIn', { title: question.title })} onClick={() => onTake(question)}>
              {t('put')}
            </Button>
          )}
        </BankSearch>
      </div>
    </SheetDialog>
  );
}
