/** What a change has set anew, field by field: before and after. */
import { useTranslations } from 'next-intl';
import type { ChangedField } from '../../../../../../domain/activities/changed-fields.ts';
import { DateTime } from '../../../../../_ui/date-time.tsx';

export function ChangedFields({ fields, zone }: { fields: readonly ChangedField[]; zone: string | null }) {
  const t = useTranslations('activities.results');
  if (fields.length === 0) return null;
  return (
    <ul className="w-full text-[13px] text-ink-2">
      {fields.map(({ name, before, after }) => (
        <li key={name}>
          {t(`field.${name}`)}
          {(before !== null || after !== null) && (
            <>
              : <Value of={before} zone={zone} /> → <Value of={after} zone={zone} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Value({ of, zone }: { of: ChangedField['before']; zone: string | null }) {
  const t = useTranslations('activities.results');
  if (of === null) return t('value.none');
  if ('at' in of) return <DateTime iso={of.at} form="dated" zone={zone} />;
  if ('number' in of) return t('value.number', of);
  if ('said' in of) return <bdi>{of.said}</bdi>;
  if ('word' in of) return t(`word.${of.word}`);
  return 'many' in of ? t('value.many', { count: of.many }) : t(of.yes ? 'value.yes' : 'value.no');
}
