'use client';
/** The theme that is chosen on this device; every place that shows it hears of a change. */
import { useEffect, useState } from 'react';
import { keepItem, keptItem } from '../_client/kept-item.ts';
import { THEME_KEY, THEMES, type Theme } from './theme.ts';

const CHANGED = 'nabla-theme-chosen';

export function useTheme(): { theme: Theme; choose(next: Theme): void } {
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => {
    const read = (): void => {
      const kept = keptItem(THEME_KEY);
      setTheme(THEMES.find((one) => one === kept) ?? 'system');
    };
    read();
    addEventListener(CHANGED, read);
    return () => removeEventListener(CHANGED, read);
  }, []);
  return {
    theme,
    choose(next) {
      keepItem(THEME_KEY, next);
      const dark = next === 'dark' || (next === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
      document.documentElement.dataset.theme = dark ? 'dark' : 'light';
      dispatchEvent(new Event(CHANGED));
    },
  };
}
