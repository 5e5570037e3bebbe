/** The header that names a download: the name itself for browsers, and an ASCII one for what knows nothing newer. */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\/:*?<>|%]/g, '')
    .trim();
  const whole = encodeURIComponent(name.replace(/[\\/:*?<>|"]/g, '-')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii || 'scores.csv'}"; filename*=UTF-8''${whole}`;
}
