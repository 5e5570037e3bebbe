'use client';
/** Chooses light, dark, or what the device says. */
import { useTranslations } from 'next-intl';
import { THEMES, type Theme } from './theme.ts';
import { useTheme } from './use-theme.ts';

const SIGNS: Record<Theme, string> = { system: '◐', light: '☀', dark: '☾' };

export function ThemeSwitch() {
  const t = useTranslations('common.theme');
  const { theme, choose } = useTheme();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <button
      type="button"
      onClick={() => choose(next)}
      aria-label={`${t('label')}: ${t(theme)}`}
      title={`${t('label')}: ${t(theme)}`}
      className="grid size-9 shrink-0 place-items-center rounded-1 text-ink-2 hover:bg-fill hover:text-ink"
    >
      <span aria-hidden>{SIGNS[theme]}</span>
    </button>
  );
}
