/** Time zones by their IANA names (`Europe/Berlin`), and moments in them: what a clock on the wall there shows. Pure. */
import { TZDate } from '@date-fns/tz';

/** Whether this machine knows the zone. An offset (`+02:00`) is none: it says nothing of summer and winter. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name) || name.length > 64) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A moment as a field for date and time has it: `2026-11-03T17:00`. @param zone null: that of whoever runs this */
export function toWall(at: number, zone: string | null): string {
  const date = zone === null ? new Date(at) : new TZDate(at, zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const WALL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/;

/**
 * The moment at which a clock there shows this. Where a clock is put forward, what it skips is as much later; where it is put
 * back, of the two moments it is the first.
 * @returns ms since 1970; null for what is no date and time
 */
export function fromWall(text: string, zone: string | null): number | null {
  const parts = WALL.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) return null;
  const date =
    zone === null ? new Date(year, month - 1, day, hour, minute) : new TZDate(year, month - 1, day, hour, minute, zone);
  const at = date.getTime();
  // there is no 31 November
  if (Number.isNaN(at) || date.getMonth() !== month - 1) return null;
  // which of two it takes is the library's affair, and differs by the zone of the machine
  const earlier = SHIFTS.map((shift) => at - shift).find((one) => toWall(one, zone) === text.slice(0, 16));
  return earlier ?? at;
}

/** By how much clocks are put back; on Lord Howe Island it is half an hour. */
const SHIFTS = [3_600_000, 1_800_000];

/** The same time of day so many days later, by the calendar there. @param zone null: by days of 24 hours */
export function addDays(at: number, days: number, zone: string | null): number {
  if (zone === null) return at + days * 86_400_000;
  const wall = toWall(at, zone);
  const [year = 0, month = 0, day = 0] = wall.slice(0, 10).split('-').map(Number);
  const moved = new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
  const rest = at % 60_000;
  return (fromWall(`${moved}T${wall.slice(11)}`, zone) ?? at) + rest;
}
