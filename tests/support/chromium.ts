/**
 * Finds a Chromium for the tests: `$CHROMIUM_PATH`, Playwright's own if it is there, one of the system's, the one that
 * comes as an npm package, and last a download by Playwright.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Flags for a browser that may run as root and has nobody to call. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let found: Promise<string> | undefined;

/** @throws Error with one sentence that says what to do */
export function findChromium(): Promise<string> {
  found ??= find();
  return found;
}

async function find(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (runs(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, which does not run: correct it, or unset it.`);
  }
  for (const candidate of [chromium.executablePath(), ...SYSTEM])
    if (existsSync(candidate) && runs(candidate)) return candidate;
  const packaged = await fromPackage();
  if (packaged !== undefined) return packaged;
  const installed = spawnSync(
    process.execPath,
    [path.resolve('node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
    { timeout: 300_000 },
  );
  if (installed.status === 0 && runs(chromium.executablePath())) return chromium.executablePath();
  throw new Error(
    'There is no browser for the tests: install Chromium (for instance "apt-get install chromium"), or set CHROMIUM_PATH to one.',
  );
}

async function fromPackage(): Promise<string | undefined> {
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executable = await packaged.executablePath();
    return runs(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

function runs(executable: string): boolean {
  return spawnSync(executable, ['--headless', '--no-sandbox', '--version'], { timeout: 20_000 }).status === 0;
}
