'use client';
/** Chooses light, dark, or what the device says. */
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { keepItem, keptItem } from '../_live/kept-item.ts';
import { THEME_KEY, THEMES, type Theme } from './theme.ts';

const SIGNS: Record<Theme, string> = { system: '◐', light: '☀', dark: '☾' };

export function ThemeSwitch() {
  const t = useTranslations('common.theme');
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => {
    const kept = keptItem(THEME_KEY);
    setTheme(THEMES.find((one) => one === kept) ?? 'system');
  }, []);
  const choose = (next: Theme): void => {
    setTheme(next);
    keepItem(THEME_KEY, next);
    const dark = next === 'dark' || (next === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  };
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
