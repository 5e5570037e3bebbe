/** Files of pages that share a process leave no stopped clock, no stand-ins of the browser's and no page to the next one. */
import { afterAll, vi } from 'vitest';

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  if (typeof document === 'undefined') return;
  document.body.replaceChildren();
  document.head.replaceChildren();
  for (const kept of [localStorage, sessionStorage]) kept.clear();
});
