/** What is found while a text is turned into Markdown: what was changed, and its pictures. */
import type { Picture } from '../foreign.ts';
import { type Remark, remark } from '../remark.ts';

export class Notes {
  readonly remarks: Remark[] = [];
  readonly pictures: Picture[] = [];

  add(code: string, params: Remark['params'] = {}): void {
    const made = remark(code, params);
    // a word that stands ten times in an item is told once
    if (this.remarks.every((one) => JSON.stringify(one) !== JSON.stringify(made))) this.remarks.push(made);
  }
}
