/**
 * `npm run documents`: puts one document of each shape in the filled databases into tests/fixtures/documents/, where
 * domain/documents/corpus.test.ts reads them with the code of today. What lies there stays: a shape that was stored once may still
 * be stored somewhere.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../launch/state-folder.ts';
import { documentsOf, filledDatabases } from './documents.ts';
import { type Kept, shapeOf } from './shapes.ts';

for (const database of await filledDatabases())
  for (const [format, shapes] of await documentsOf(database)) {
    const file = path.join(ROOT, 'tests/fixtures/documents', `${format}.json`);
    const kept: Kept[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
    const known = new Set(kept.map((one) => shapeOf(one.document)));
    const fresh = [...shapes].flatMap(([shape, one]) => (known.has(shape) ? [] : [one]));
    if (fresh.length === 0) continue;
    writeFileSync(file, `[\n${[...kept, ...fresh].map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
    process.stdout.write(`${path.basename(database)}: ${fresh.length} new shapes of ${format}\n`);
  }
