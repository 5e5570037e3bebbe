/** Pictures among what is pasted or dropped. */

/** What is offered to be picked; without HEIC, so that an iPhone gives JPEG. */
export const PICKED = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/svg+xml';

/** Whether files are being dragged: then a text takes them, and no browser opens them instead. */
export const areFiles = (data: Pick<DataTransfer, 'types'> | null): boolean => data?.types.includes('Files') ?? false;

/** Office programs put a picture of what is copied beside its text: the text is meant. */
export function picturesOf(data: Pick<DataTransfer, 'files' | 'types'> | null): File[] {
  if (data === null || data.types.includes('text/plain')) return [];
  return [...data.files].filter(({ type }) => type.startsWith('image/'));
}
