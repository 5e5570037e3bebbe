/** What a browser calls itself, in words that its owner knows it by: enough to tell one's phone from the school's computer. */

export interface Device {
  browser: string;
  system: string;
}

/** In this order: most browsers also name the ones that they want to be taken for. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\b|\bEdgiOS\b/, 'Edge'],
  [/\bOPR\b|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\b/, 'Samsung'],
  [/\bFirefox\b|\bFxiOS\b/, 'Firefox'],
  [/\bChrom(?:e|ium)\b|\bCriOS\b|\bHeadlessChrome\b/, 'Chrome'],
  [/\bSafari\b/, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** @param userAgent the header as it was sent; what is not known of it is `other` */
export function deviceOf(userAgent: string): Device {
  const first = (list: readonly [RegExp, string][]): string =>
    list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other';
  return { browser: first(BROWSERS), system: first(SYSTEMS) };
}
