/** Next's settings. The build goes into Nabla's one ignored folder; the launcher names it by what went into it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import createNextIntlPlugin from 'next-intl/plugin';

const withIntl = createNextIntlPlugin('./app/_i18n/request.ts');

// Next rewrites the TypeScript settings it is given to name its output folder: it gets a copy of its own to do so. Where
// the pages are built already, nothing is written: a container's files may be read-only.
const TSCONFIG = '.nabla/tsconfig.next.json';
if (!existsSync(TSCONFIG)) {
  mkdirSync('.nabla', { recursive: true });
  writeFileSync(TSCONFIG, JSON.stringify({ extends: '../tsconfig.json' }));
}

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NABLA_DIST ?? '.nabla/next',
  reactStrictMode: true,
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true, tsconfigPath: TSCONFIG }, // types are checked by the test command
  // its Markdown brings the languages of HTML, which no lesson holds (the file says why)
  turbopack: { resolveAlias: { '@codemirror/lang-html': './app/_ui/code-editor/languages/no-html.ts' } },
  serverExternalPackages: [
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    '@node-rs/argon2',
    'graphile-worker',
    'nodemailer',
    'pino',
    'shiki',
  ],
  // what goes by proxy.ts is cut off there: files are larger than Next expects (server/requests.ts says which may come)
  experimental: {
    proxyClientMaxBodySize: 28 * 1024 * 1024,
    // a server loads its pages as it starts, and the first visitors do not wait; most servers of tests show none
    preloadEntriesOnStart: process.env.NABLA_PRELOAD !== '0',
  },
  outputFileTracingRoot: import.meta.dirname,
};

export default withIntl(config);
