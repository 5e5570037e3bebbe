/** A picture as it is written: its words between square brackets, so that they are read as they were typed. */
import { writtenPicture } from './address.ts';

/** What would be more than a sign to a reader of Markdown, or end the words. */
const MEANS_MORE = /[\\[\]*_`$<>&~:|]/g;

export function pictureInMarkdown(id: string, alt: string): string {
  const words = alt.trim().replace(/\s+/g, ' ').replace(MEANS_MORE, '\\$&');
  return `![${words}](${writtenPicture(id)})`;
}
