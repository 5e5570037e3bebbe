/** Whether one entry is right, in the corner of its cell: nothing moves when it comes. */
import { useTranslations } from 'next-intl';

export function CellMark({ id, passed }: { id: string; passed: boolean | null | undefined }) {
  const t = useTranslations('lesson.matrix');
  if (passed === undefined) return <span id={id} />;
  const [sign, colour] = passed === null ? ['?', 'text-wait'] : passed ? ['✓', 'text-good'] : ['✗', 'text-wrong'];
  return (
    <span id={id} className={`matrix-mark ${colour}`}>
      <span aria-hidden>{sign}</span>
      <span className="sr-only">{passed === null ? t('undecided') : t(passed ? 'right' : 'wrong')}</span>
    </span>
  );
}
