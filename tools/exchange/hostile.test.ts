/** Files that somebody made to do harm, or that are far too large: each ends in a sentence that says what to do, within the usual limits. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { previewOf } from '../../domain/exchange/preview.ts';
import { FileRefused } from '../../domain/exchange/remark.ts';
import { readQuestions } from '../../server/importing/importer.ts';
import { sentenceOf } from './words.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** What is told of a file of which nothing is taken. */
async function told(file: Uint8Array | string): Promise<string> {
  const read = await readQuestions(typeof file === 'string' ? bytesOf(file) : file);
  return 'refused' in read ? sentenceOf(read.refused) : `taken: ${read.preview.items.length}`;
}

/** The same of a small file, without a thread of its own: a thread with its limits takes seconds to start, and large files need one. */
async function toldHere(file: Uint8Array | string): Promise<string> {
  try {
    return `taken: ${(await previewOf(typeof file === 'string' ? bytesOf(file) : file)).items.length}`;
  } catch (error) {
    if (error instanceof FileRefused) return sentenceOf(error.remark);
    throw error;
  }
}

const quiz = (before: string, text: string): string =>
  `<?xml version="1.0"?>\n${before}\n<quiz><question type="essay"><name><text>One</text></name><questiontext format="html"><text>${text}</text></questiontext></question></quiz>`;

describe('what stands for something else', () => {
  const ENTITIES =
    'The file declares entities of its own, which could stand for other files or for endless text. Nothing of it was read.';
  it.each([
    ['a file of this computer', '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 'Tell. &x;'],
    ['an address', '<!DOCTYPE quiz [<!ENTITY x SYSTEM "http://127.0.0.1/">]>', 'Tell. &x;'],
    ['one of another kind', '<!DOCTYPE quiz [<!ENTITY % x SYSTEM "http://127.0.0.1/"> %x;]>', 'Tell.'],
    ['a billion signs', `<!DOCTYPE quiz [<!ENTITY a "a"><!ENTITY b "${'&a;'.repeat(50)}">]>`, '&b;'],
  ])('is not read: %s', async (_what, before, text) => {
    expect(await toldHere(quiz(before, text))).toBe(ENTITIES);
    const wide = Buffer.from(`\uFEFF${quiz(before, text)}`, 'utf16le');
    expect(await toldHere(new Uint8Array(wide))).toBe(ENTITIES);
  });

  it('and a description of it that lies elsewhere is not fetched', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end('<!ENTITY x "read">');
    }).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const { port } = server.address() as AddressInfo;
    try {
      expect(await toldHere(quiz(`<!DOCTYPE quiz SYSTEM "http://127.0.0.1:${port}/quiz.dtd">`, 'Tell.'))).toBe(
        'taken: 1',
      );
      expect(await toldHere(quiz(`<!DOCTYPE quiz SYSTEM "http://127.0.0.1:${port}/quiz.dtd">`, '&x;'))).toMatch(
        /^This is not well-formed XML, line 3: /,
      );
      expect(asked).toBe(0);
    } finally {
      server.close();
    }
  });
});

/** Bytes that become a twentieth by packing: no bomb, and still too much. */
function padded(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = 1;
  for (let at = 0; at < size; at += 1) {
    if (at % 4096 < 200) state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    bytes[at] = at % 4096 < 200 ? 32 + (state % 64) : 32;
  }
  return bytes;
}

/** The same archive that says of each entry that it is ten bytes large, unpacked. */
function lying(archive: Uint8Array): Uint8Array {
  const lies = Buffer.from(archive);
  for (let at = 0; at < lies.length - 4; at += 1) {
    const mark = lies.readUInt32LE(at);
    if (mark === 0x04034b50) lies.writeUInt32LE(10, at + 22);
    if (mark === 0x02014b50) lies.writeUInt32LE(10, at + 24);
  }
  return new Uint8Array(lies);
}

describe('an archive that says that it is small', () => {
  const manifest = { 'imsmanifest.xml': bytesOf('<manifest/>') };
  it('is counted as it comes: one entry', async () => {
    const archive = zipSync({ ...manifest, 'a.xml': padded(21 * 2 ** 20) }, { level: 1 });
    expect(await told(lying(archive))).toBe('“a.xml” is larger than 20 MB when it is unpacked.');
  });
  it('and all of them together', async () => {
    const large = padded(19 * 2 ** 20);
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.xml`, large] as const);
    const archive = zipSync({ ...manifest, ...Object.fromEntries(names) }, { level: 1 });
    expect(await told(lying(archive))).toBe('The zip holds more than 100 MB when it is unpacked.');
  });
});

describe('a text whose encoding is another one', () => {
  const TEXT = 'Größe? {=groß ~klein}\n';
  it.each([
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['signs that no keyboard makes', Buffer.from([0x41, 0, 1, 2, 0xff, 0xfe])],
  ])('is no file of questions: %s', async (_what, bytes) => {
    expect(await toldHere(new Uint8Array(bytes))).toMatch(/^This is none of the files that can be read here: /);
  });
  it('is told where its mark is right and its signs are not', async () => {
    const half = Buffer.concat([Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), Buffer.from([0x00, 0xd8, 0x41, 0x00])]);
    expect(await toldHere(new Uint8Array(half))).toBe('The signs of this file cannot be read. Save it as UTF-8.');
  });
  it('is read as was guessed, which is told, or as somebody chooses', async () => {
    const bytes = new Uint8Array(
      Buffer.from([...Buffer.from('Co to jest '), 0xb9, 0xea, ...Buffer.from('? {=a ~b}\n')]),
    );
    const guessed = await previewOf(bytes);
    // in the thread, which has to be told
    const read = await readQuestions(bytes, { encoding: 'windows-1250' });
    if ('refused' in read) throw new Error(sentenceOf(read.refused));
    const chosen = read.preview;
    expect([guessed, chosen].map(({ items }) => items[0]?.title)).toEqual(['Co to jest ¹ê?', 'Co to jest ąę?']);
    expect(chosen.remarks.map(sentenceOf)).toEqual([
      expect.stringMatching(/it was read as windows-1250\. Look at these: ąę\./),
    ]);
  });
});

describe('fifty thousand questions', () => {
  const many = (one: string, before = '', after = ''): string => `${before}${one.repeat(50_000)}${after}`;
  const essay = '<question type="essay"><name><text>Q</text></name></question>';
  it.each([
    ['GIFT', many('What? {T}\n\n')],
    ['Aiken', many('What?\nA. a\nB. b\nANSWER: A\n\n')],
    ['Moodle XML', many(essay, '<quiz>', '</quiz>')],
    ['QTI 1.2', many('<item ident="a"/>', '<questestinterop>', '</questestinterop>')],
    ['text2qti', many('1. What?\n*a) a\nb) b\n\n', 'Quiz title: T\n\n')],
    [
      'a sheet',
      many(
        'What?,Multiple Choice,a,b,1,20\r\n',
        'Question Text,Question Type,Option 1,Option 2,Correct Answer,Time in seconds\r\n',
      ),
    ],
    [
      'JSON',
      JSON.stringify({
        subject: 'T',
        questions: Array.from({ length: 50_000 }, () => ({
          question: 'Q',
          answers: ['a', 'b'],
          solution: 0,
          cooldown: 5,
          time: 20,
        })),
      }),
    ],
  ])('are not taken: %s', async (_what, text) => {
    expect(await told(text)).toBe(
      'The file holds 50,000 questions; at most 2,000 come in at once. Export it in parts.',
    );
  });
});
