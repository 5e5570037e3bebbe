/** The theme: as the device has it, unless chosen here; kept in localStorage under `nabla-theme`. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_KEY = 'nabla-theme';

/** Runs before the first paint. */
export const THEME_SCRIPT = `(()=>{let t='system';try{t=localStorage.getItem('${THEME_KEY}')||t}catch{}
const d=t==='dark'||(t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.theme=d?'dark':'light'})()`;
