/** Where Prisma finds the schema. The connection is given at run time (db/client.ts), migrations are applied by db/migrate.ts. */
import { defineConfig } from 'prisma/config';

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
