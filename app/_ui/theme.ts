/** The theme: as the device has it, unless chosen here; kept in localStorage under `nabla-theme`. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_KEY = 'nabla-theme';

/** Runs before the first paint, and again when the device changes: a projector's page stays open while a room gets dark. */
export const THEME_SCRIPT = `(()=>{const m=matchMedia('(prefers-color-scheme: dark)');
const show=()=>{let t='system';try{t=localStorage.getItem('${THEME_KEY}')||t}catch{}
document.documentElement.dataset.theme=t==='dark'||(t!=='light'&&m.matches)?'dark':'light'};
show();m.addEventListener('change',show)})()`;
