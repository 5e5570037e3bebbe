import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const family = (...brands: string[]): Uint8Array =>
  bytes(`\0\0\0${String.fromCharCode(12 + 4 * brands.length)}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`);

describe('what a file is', () => {
  it.each([
    ['jpeg', bytes('\xff\xd8\xff\xe0JFIF')],
    ['png', bytes('\x89PNG\r\n\x1a\n')],
    ['gif', bytes('GIF89a')],
    ['webp', bytes('RIFF\0\0\0\0WEBPVP8 ')],
    ['avif', family('avif', 'mif1')],
    ['avif', family('mif1', 'avif', 'miaf')],
    ['heic', family('heic', 'mif1')],
    ['heic', family('mif1', 'heic')],
    ['svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['svg', bytes('<?xml version="1.0"?>\n<!-- made by hand -->\n<svg >')],
    ['svg', bytes('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">\n<svg>')],
  ] as const)('is %s by its first bytes', (type, file) => expect(sniff(file)).toBe(type));

  it.each([
    ['a page', bytes('<!doctype html><svg></svg>')],
    ['a drawing that makes words of its own', bytes('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>')],
    ['a video', family('isom', 'mp41')],
    ['a script', bytes('alert(1) // <svg')],
    ['nothing', bytes('')],
    ['a document', bytes('%PDF-1.7')],
  ])('is no picture: %s', (_, file) => expect(sniff(file)).toBeNull());
});
