import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { LOOKING } from '../pictures/look-at-pictures.ts';
import { readQuestions } from './importer.ts';
import { lookedThrough } from './look-through.ts';

const picture = (name: string): string => `::::check[A picture]
What is it? ![It](../pictures/${name})

- [x] a
- [ ] b

:::explanation
It is a.
:::
::::
`;
const drawn = (from: number): string => `::::check[Drawn]{kind=number}
What is $\\frac{60}{{a}}$?

\`\`\`yaml variants
a: { from: ${from}, to: 3 }
\`\`\`

\`\`\`yaml answer
value: {60/a}
tolerance: { absolute: 0.1 }
\`\`\`

:::explanation
Divide.
:::
::::
`;

async function previewOf(files: Record<string, string | Uint8Array>) {
  const named = Object.keys(files).filter((name) => name.endsWith('.md'));
  const manifest = { nabla: 2, questions: named.map((file) => ({ file })) };
  const entries = Object.entries({ 'nabla.json': JSON.stringify(manifest), ...files });
  const read = await readQuestions(
    zipSync(Object.fromEntries(entries.map(([name, one]) => [name, typeof one === 'string' ? strToU8(one) : one]))),
  );
  if ('refused' in read) throw new Error(read.refused.code);
  return read.preview;
}

describe('what of a file is seen only by taking it apart', () => {
  it('stands at its line, and the other lines can be taken', async () => {
    const whole = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#f00' } })
      .png()
      .toBuffer();
    const damaged = Buffer.concat([whole.subarray(0, 50), whole.subarray(-12)]);
    // variants that begin where nobody looks while a file is read
    const late = drawn(1).replace('to: 3', 'to: 400').replace('{60/a}', '{60/(a - 273)}');
    const preview = await previewOf({
      'questions/1.md': picture('whole.png'),
      'questions/2.md': picture('damaged.png'),
      'questions/3.md': drawn(1),
      'questions/4.md': late,
      'pictures/whole.png': new Uint8Array(whole),
      'pictures/damaged.png': new Uint8Array(damaged),
    });
    expect(preview.items.map(({ taken, remarks }) => [taken, remarks])).toEqual(
      Array.from({ length: 4 }, () => [true, []]),
    );
    const { items } = await lookedThrough(preview, { variantsMs: 60_000 });
    expect(
      items.map(({ taken, document, remarks }) => [taken, document !== null, remarks.map(({ code }) => code)]),
    ).toEqual([
      [true, true, []],
      [false, false, ['picture.broken']],
      [true, true, []],
      [false, false, ['variants.wrong']],
    ]);
    expect(items[1]?.remarks[0]?.params).toEqual({ name: 'damaged.png' });
    // what is stored here already can be read
    const known = await lookedThrough(preview, { isStored: (bytes) => bytes.length === damaged.length });
    expect(known.items[1]).toMatchObject({ taken: true, remarks: [] });
  });

  it('says of what there was no time for that it was not looked at', async () => {
    const whole = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#f00' } })
      .png()
      .toBuffer();
    const preview = await previewOf({
      'questions/1.md': picture('whole.png'),
      'questions/2.md': drawn(1),
      'pictures/whole.png': new Uint8Array(whole),
    });
    const { items } = await lookedThrough(preview, { variantsMs: 0, pictures: { ...LOOKING, clockMs: 1 } });
    expect(items.map(({ taken, remarks }) => [taken, remarks])).toEqual([
      [true, [{ code: 'picture.unseen', params: { name: 'whole.png' } }]],
      [true, [{ code: 'variants.unseen', params: { looked: 0 } }]],
    ]);
  });
});
