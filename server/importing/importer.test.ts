import { Worker } from 'node:worker_threads';
import { zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { readCourse, readInTurn, readQuestions } from './importer.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('reading a file of questions', () => {
  it('gives what would be taken, from a thread of its own', async () => {
    const read = await readQuestions(bytesOf('Is it? {T}\n'));
    expect(read).toMatchObject({ preview: { format: 'gift', items: [{ taken: true, kind: 'choice' }] } });
  });
  it('says why nothing is taken', async () => {
    expect(await readQuestions(bytesOf('Only words.'))).toMatchObject({ refused: { code: 'file.unknown' } });
    expect(await readQuestions(new Uint8Array(21 * 2 ** 20))).toMatchObject({ refused: { code: 'file.large' } });
  });
  it('is done once for who looks at it and takes it then, each gets their own, and another encoding is another file', async () => {
    const begun = vi.spyOn(Worker.prototype, 'postMessage');
    const text = bytesOf('Is it read once? {T}\n');
    const looked = await readInTurn(text);
    const taken = await readInTurn(new Uint8Array(text));
    expect([begun.mock.calls.length, taken]).toEqual([1, looked]);
    if (looked !== null && 'preview' in looked) Object.assign(looked.preview, { title: 'Changed' });
    expect(await readInTurn(text)).toEqual(taken);
    expect(begun).toHaveBeenCalledTimes(1);
    await readInTurn(text, 'windows-1250');
    expect(begun).toHaveBeenCalledTimes(2);
    // what cannot be taken may be for want of time: it is read anew
    for (let times = 0; times < 2; times++) expect(await readInTurn(bytesOf('Only words.'))).toHaveProperty('refused');
    expect(begun).toHaveBeenCalledTimes(4);
    begun.mockRestore();
  });
  it('gives a whole course as it stands in the file, and says why it is none', async () => {
    const list = 'title: A\ndescription: ""\nlevels: []\n';
    expect(await readCourse(zipSync({ 'course.yaml': bytesOf(list) }))).toMatchObject({ course: { title: 'A' } });
    expect(await readCourse(zipSync({ 'a.md': bytesOf('') }))).toMatchObject({ refused: { code: 'courseFile.none' } });
  });
  it('is stopped where it computes for too long', async () => {
    const many = bytesOf('What is \\(\\frac\\{1\\}\\{2\\}\\)? {=a ~b}\n\n'.repeat(2_000));
    expect(await readQuestions(many, { computeMs: 50 })).toEqual({
      refused: { code: 'file.time', params: { seconds: 0 } },
    });
  });
  it('is stopped where it needs too much memory, and the next file is read', async () => {
    const heavy = bytesOf(`<quiz>${'<a b="c">d</a>'.repeat(240_000)}</quiz>`);
    expect(await readQuestions(heavy, { memoryMb: 60 })).toEqual({ refused: { code: 'file.memory', params: {} } });
    expect(await readQuestions(bytesOf('Is it? {T}\n'))).toMatchObject({ preview: { format: 'gift' } });
  });
});
