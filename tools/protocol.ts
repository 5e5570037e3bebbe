/** `npm run protocol`: writes the tables of docs/protocol.md anew from the schemas of the wire. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withTables } from './protocol/document.ts';
import { protocolTables } from './protocol/tables.ts';

const file = path.join(import.meta.dirname, '../docs/protocol.md');
writeFileSync(file, withTables(readFileSync(file, 'utf8'), protocolTables()));
