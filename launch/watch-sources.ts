/** For `npm run dev`: calls back, a moment after the last one, when a source file in some folders changes. */
import { watch } from 'node:fs';
import path from 'node:path';
import { ROOT } from './state-folder.ts';

const PAUSE_MS = 200;

/** @returns what ends the watching */
export function watchSources(folders: readonly string[], onChange: (file: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(path.join(ROOT, folder), { recursive: true }, (_, name) => {
      if (name === null || !/\.(?:ts|py|js|json)$/.test(name) || /\.test\.ts$|(?:^|\/)generated\//.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => onChange(path.join(folder, name)), PAUSE_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
