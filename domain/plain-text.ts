/** Text as one looks for it: without accents and capitals, so that `yilmaz` finds `Yılmaz`. */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ı/g, 'i');
}
