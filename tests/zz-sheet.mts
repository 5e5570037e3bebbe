import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './support/chromium.ts';

const [out, ...names] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
const p = await b.newPage({ viewport: { width: 1940, height: 100 } });
await p.setContent(
  '<body style="margin:0;display:flex;flex-wrap:wrap;gap:8px;background:#888">' +
    names
      .map((n) => `<img style="width:960px" src="data:image/png;base64,${readFileSync(n).toString('base64')}">`)
      .join('') +
    '</body>',
);
await p.waitForTimeout(300);
await p.screenshot({ path: out!, fullPage: true });
await b.close();
