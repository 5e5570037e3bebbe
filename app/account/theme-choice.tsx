'use client';
/** Light, dark, or as the device says: the three side by side. */
import { useTranslations } from 'next-intl';
import { THEMES } from '../_ui/theme.ts';
import { useTheme } from '../_ui/use-theme.ts';

export function ThemeChoice() {
  const t = useTranslations('common.theme');
  const { theme, choose } = useTheme();
  return (
    <fieldset className="flex flex-wrap gap-4">
      <legend className="sr-only">{t('label')}</legend>
      {THEMES.map((one) => (
        <label key={one} className="flex min-h-11 cursor-pointer items-center gap-2">
          <input type="radio" name="theme" checked={theme === one} onChange={() => choose(one)} />
          {t(one)}
        </label>
      ))}
    </fieldset>
  );
}
