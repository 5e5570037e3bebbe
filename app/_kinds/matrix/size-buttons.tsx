'use client';
/** How many rows and columns a matrix has, where its student says so. */
import { useTranslations } from 'next-intl';
import { MOST, type Shape } from '../../../domain/kinds/matrix/places.ts';
import { Button } from '../../_ui/button.tsx';

interface SizeButtonsProps {
  shape: Shape;
  onChange(shape: Shape): void;
  disabled: boolean;
}

export function SizeButtons({ shape, onChange, disabled }: SizeButtonsProps) {
  const t = useTranslations('lesson.matrix');
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-2">
      {(['rows', 'columns'] as const).map((of) => (
        <div key={of} className="flex items-center gap-1.5">
          <span className="min-w-16 text-[14px] text-ink-2">{t(of === 'rows' ? 'rows' : 'columns')}</span>
          {([-1, 1] as const).map((by) => (
            <Button
              key={by}
              className={`min-h-11 min-w-11 ${by < 0 ? '' : 'order-last'}`}
              idle={disabled || shape[of] + by < 1 || shape[of] + by > MOST}
              aria-label={t(by < 0 ? 'less' : 'more', { of })}
              onClick={() => onChange({ ...shape, [of]: shape[of] + by })}
            >
              <span aria-hidden>{by < 0 ? '−' : '+'}</span>
            </Button>
          ))}
          <output className="min-w-6 text-center font-semibold tabular-nums">{shape[of]}</output>
        </div>
      ))}
    </div>
  );
}
