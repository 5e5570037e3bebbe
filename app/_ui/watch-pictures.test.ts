// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchPictures } from './watch-pictures.ts';

let stop: () => void;
let picture: HTMLImageElement;
let asked: string[];

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<p><img class="picture" src="/pictures/1" alt="A graph"></p><img src="/other">';
  picture = document.querySelector('img.picture') as HTMLImageElement;
  asked = [];
  Object.defineProperty(picture, 'complete', { value: false });
  const set = picture.setAttribute.bind(picture);
  picture.setAttribute = (name, value) => {
    if (name === 'src') asked.push(value);
    set(name, value);
  };
  stop = watchPictures(document);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const fail = (): boolean => picture.dispatchEvent(new Event('error'));

it('marks a picture that does not come, and takes the mark away once it does', () => {
  fail();
  expect(picture.dataset.missing).toBe('');
  picture.dispatchEvent(new Event('load'));
  expect(picture.dataset.missing).toBeUndefined();
});

it('asks for it again, some times', () => {
  for (let times = 0; times < 6; times++) {
    fail();
    vi.advanceTimersByTime(60_000);
  }
  expect(asked).toEqual(['/pictures/1', '/pictures/1', '/pictures/1']);
});

it('asks for it once more when the network is back', () => {
  fail();
  window.dispatchEvent(new Event('online'));
  expect(asked).toEqual(['/pictures/1']);
});

it('leaves other pictures alone, and everything once it is stopped', () => {
  const other = document.querySelector('img:not(.picture)') as HTMLImageElement;
  other.dispatchEvent(new Event('error'));
  expect(other.dataset.missing).toBeUndefined();
  stop();
  fail();
  expect(picture.dataset.missing).toBeUndefined();
});
