/** The frame of every page: fonts of our own, the theme before the first paint, messages for the client's pieces. */
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '@fontsource-variable/source-serif-4';
import 'katex/dist/katex.min.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { directionOf } from './_i18n/direction.ts';
import { ERROR_WORDS } from './_i18n/with-words.tsx';
import { MissingPictures } from './_ui/missing-pictures.tsx';
import { ScrollStopsHere } from './_ui/scroll-stops-here.tsx';
import { THEME_SCRIPT } from './_ui/theme.ts';
import { TYPEFACES_SCRIPT } from './_ui/typefaces.ts';

/** What stands in the tab, where a page says nothing of its own. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return {
    title: { default: `${t('name')}: ${t('tagline')}`, template: `%s · ${t('name')}` },
    description: t('description'),
    icons: { icon: '/nabla.svg' },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#16161a' },
  ],
};

/** The frame of every page: language, direction, colours, typefaces. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const t = await getTranslations('common');
  const locale = await getLocale();
  return (
    <html lang={locale} dir={directionOf(locale)} suppressHydrationWarning>
      <head>
        {/* our own constants, before the first paint: no flash of the other theme, nor of another typeface */}
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: constants of ours, under the policy's nonce
          dangerouslySetInnerHTML={{ __html: `${THEME_SCRIPT};${TYPEFACES_SCRIPT}` }}
        />
      </head>
      <body>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:inset-s-2 focus:z-50 focus:rounded-1 focus:bg-violet focus:px-3 focus:py-2 focus:text-on-violet"
        >
          {t('skip')}
        </a>
        <ScrollStopsHere code={t('scrolls.code')} formula={t('scrolls.formula')} table={t('scrolls.table')} />
        <MissingPictures />
        {/* each page adds its own: here are those of the page of errors, which stands in for any other */}
        <NextIntlClientProvider messages={ERROR_WORDS}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
