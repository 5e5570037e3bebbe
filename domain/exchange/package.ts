/** A package of IMS: files of questions in the order of its test or manifest, and pictures beside them. */
import type { Archive } from './archive.ts';
import type { Encoding } from './encodings.ts';
import type { ForeignFile } from './foreign.ts';
import { isQti1, readQti1 } from './qti1/read.ts';
import { isQti2Item, isQti2Test, itemsOfTest, readQti2 } from './qti2/read.ts';
import { FileRefused, remark } from './remark.ts';
import { first, readXml, textIn, within, type Xml, type XmlFile } from './xml.ts';

const MANIFEST = 'imsmanifest.xml';

export function readPackage(archive: Archive, chosen?: Encoding): ForeignFile {
  const parsed = parsedOf(archive, chosen);
  const files: ForeignFile[] = [];
  for (const path of inOrder(archive, parsed)) {
    const file = parsed.get(path);
    if (file === undefined) continue;
    if (isQti1(file.root)) files.push(readQti1(file, picturesOf(archive, path), path));
    else if (isQti2Item(file.root)) files.push(readQti2(file, picturesOf(archive, path), path));
  }
  const [one] = files;
  if (one === undefined) throw new FileRefused('zip.noQuestions');
  const remarks = [
    ...files.flatMap((file) => file.remarks),
    ...passedOver(parsed).map((name) => remark('zip.passed', { name })),
  ];
  const once = remarks.filter(
    (made, index) => remarks.findIndex((other) => JSON.stringify(other) === JSON.stringify(made)) === index,
  );
  return {
    format: one.format,
    title: titleOf(parsed) ?? one.title,
    items: files.flatMap(({ items }) => items),
    remarks: once,
  };
}

/** All XML of it by its path; the reduced form of a quiz is passed over where the full one is there. */
function parsedOf(archive: Archive, chosen: Encoding | undefined): Map<string, XmlFile> {
  const full = [...archive.keys()].some((name) => /^non_cc_assessments\/.+\.xml\.qti$/.test(name));
  const named = [...archive].filter(
    ([name]) => /\.(?:xml|qti)$/i.test(name) && !(full && /(?:^|\/)assessment_qti\.xml$/.test(name)),
  );
  return new Map(named.map(([name, bytes]) => [name, readXml(bytes, chosen)] as const));
}

/** As a test names its items, then as the manifest names its files, then the rest. */
function inOrder(archive: Archive, parsed: ReadonlyMap<string, XmlFile>): string[] {
  const ofTests = [...parsed]
    .filter(([, { root }]) => isQti2Test(root))
    .flatMap(([path, { root }]) => itemsOfTest(root).map((href) => resolved(path, href)));
  const ofManifest = within(parsed.get(MANIFEST)?.root, 'file').map(({ attributes }) => decoded(attributes.href ?? ''));
  return [...new Set([...ofTests, ...ofManifest, ...archive.keys()])];
}

/** Of a course only its questions are taken: what else it holds is named once. */
function passedOver(parsed: ReadonlyMap<string, XmlFile>): string[] {
  const types = within(parsed.get(MANIFEST)?.root, 'resource').map(({ attributes }) => attributes.type ?? '');
  return [...new Set(types)].filter((type) => /^(?:imswl|imsbasiclti|imsdt|assignment)/.test(type));
}

function titleOf(parsed: ReadonlyMap<string, XmlFile>): string | null {
  const roots = [...parsed.values()].map(({ root }) => root);
  const meta = roots.filter(({ name }) => name === 'quiz').map((root: Xml) => textIn(first(root, 'title')).trim());
  return meta.length === 1 && meta[0] !== '' ? (meta[0] ?? null) : null;
}

/** What an address in a text of a file stands for; makers count it from the file, from the root, or from `web_resources`. */
function picturesOf(archive: Archive, path: string): (address: string) => Uint8Array | null {
  return (address) => {
    const [bare = ''] = address.split(/[?#]/);
    const plain = bare.replace(/^\$IMS[-_]CC[-_]FILE_?BASE\$\/?/i, '').replace(/^(?:\.\/)+/, '');
    for (const name of new Set([plain, decoded(plain), decoded(decoded(plain))].map((one) => one.normalize('NFC')))) {
      const found =
        archive.get(resolved(path, name)) ??
        archive.get(name) ??
        archive.get(`web_resources/${name}`) ??
        byTail(archive, name);
      if (found !== undefined) return found;
    }
    return null;
  };
}

/** The one file whose path ends so; of several, none. */
function byTail(archive: Archive, name: string): Uint8Array | undefined {
  const tail = name.replace(/^(?:\.\.\/)+/, '');
  if (tail === '') return undefined;
  const found = [...archive].filter(([path]) => path.endsWith(`/${tail}`));
  return found.length === 1 ? found[0]?.[1] : undefined;
}

/** An address beside a file; one that leaves the package is none. */
function resolved(path: string, address: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
