/** Pictures in the stories. */
import { expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';

/** A picture that is no other one's. */
export function drawnPicture(width: number, height: number): Promise<Buffer> {
  const background = { r: width % 256, g: height % 256, b: Math.floor(Math.random() * 256) };
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

/** Puts one in, as who is signed in there. @returns its address */
export async function putPicture({ request }: Page, width: number, height: number): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream' };
  const response = await request.post('/pictures', { data: await drawnPicture(width, height), headers });
  const { picture }: { picture?: string } = await response.json();
  if (picture === undefined) throw new Error(`no picture: ${response.status()}`);
  return picture;
}

/** It has come, and is as high as its width says. */
export async function isThere(picture: Locator): Promise<void> {
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      picture.evaluate((one: HTMLImageElement) => {
        const { width, height } = one.getBoundingClientRect();
        const share = one.naturalWidth / one.naturalHeight;
        return one.naturalWidth > 0 && Math.abs(width / height / share - 1) < 0.05;
      }),
    )
    .toBe(true);
}

/** Pastes one where somebody writes, as a browser does. */
export async function pastePicture(into: Locator, file: Buffer): Promise<void> {
  await into.evaluate(
    (one, bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([Uint8Array.from(bytes)], 'image.png', { type: 'image/png' }));
      one.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [...file],
  );
}
