/** Next's settings. The build goes into Nabla's one ignored folder; the launcher names it by what went into it. */
import createNextIntlPlugin from 'next-intl/plugin';

const withIntl = createNextIntlPlugin('./app/_i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NABLA_DIST ?? '.nabla/next',
  reactStrictMode: true,
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true }, // types are checked by the test command
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', '@node-rs/argon2', 'graphile-worker', 'pino', 'shiki'],
  outputFileTracingRoot: import.meta.dirname,
};

export default withIntl(config);
