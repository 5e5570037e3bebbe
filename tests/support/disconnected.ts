/** Files that share a process leave no connection to their database to the next one. */
import { afterAll } from 'vitest';
import { disconnect } from '../../db/client.ts';

afterAll(disconnect);
