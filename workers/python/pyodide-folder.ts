/** Where the pinned Pyodide lies. */
import { createRequire } from 'node:module';
import path from 'node:path';

export const PYODIDE = path.dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
