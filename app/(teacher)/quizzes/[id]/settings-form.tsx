/** How a quiz is played and given unless somebody says otherwise: what its start and its homework begin with. */
import { useTranslations } from 'next-intl';
import type { QuizLive } from '../../../../domain/quiz/settings.ts';
import { HomeworkFields } from '../../../_features/activities/homework-fields.tsx';
import { type HomeworkTyped, readTyped } from '../../../_features/activities/homework-typed.ts';
import { LiveFields } from '../../../_features/live/live-fields.tsx';
import { SelectField } from '../../../_ui/select-field.tsx';

interface SettingsFormProps {
  live: QuizLive;
  homework: HomeworkTyped;
  onLive(live: QuizLive): void;
  onHomework(homework: HomeworkTyped): void;
}

const NAMES = { class: null, shown: true, hidden: false } as const;
const WAYS = ['class', 'shown', 'hidden'] as const;

export function SettingsForm({ live, homework, onLive, onHomework }: SettingsFormProps) {
  const t = useTranslations('desk.quizEditor.settings');
  const rules = useTranslations('activities.form');
  const read = readTyped(homework);
  const error = (field: string): string | undefined =>
    'range' in read && read.field === field ? rules('range', read.range) : undefined;
  return (
    <details className="rounded-2 border border-line bg-sheet px-4 py-3 sm:px-5" open={'range' in read || undefined}>
      <summary className="cursor-pointer py-1 font-semibold text-[16px]">{t('title')}</summary>
      <p className="py-1 text-[14px] text-ink-2">{t('means')}</p>
      <h3 className="pt-2 font-semibold text-[15px]">{t('live')}</h3>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1 pb-3 text-[15px]">
        <LiveFields live={live} onChange={(part) => onLive({ ...live, ...part })}>
          <SelectField
            label={t('names')}
            wide
            value={WAYS.find((one) => NAMES[one] === live.showNames) ?? 'class'}
            options={WAYS.map((value) => ({ value, label: t(`namesAs.${value}`) }))}
            onChange={({ target: { value } }) =>
              onLive({ ...live, showNames: NAMES[WAYS.find((one) => one === value) ?? 'class'] })
            }
          />
        </LiveFields>
      </div>
      <h3 className="border-line border-t pt-3 font-semibold text-[15px]">{t('homework')}</h3>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 py-2">
        <HomeworkFields
          typed={homework}
          isQuiz
          error={error}
          onChange={(part) => onHomework({ ...homework, ...part })}
        />
        <p className="text-[13px] text-ink-2">{t('dates')}</p>
      </div>
    </details>
  );
}
