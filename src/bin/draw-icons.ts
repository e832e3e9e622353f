/**
 * Draws the PNG icons of the installed app from static/icons/icon.svg, in the day colours, with the Chromium that the
 * browser tests use. Run it after changing the drawing: `npx tsx src/bin/draw-icons.ts`.
 */
import { readFileSync } from 'node:fs';
import { chromium as browsers } from '@playwright/test';
import chromium from '@sparticuz/chromium';

const FOLDER = 'static/icons';
const GROUND = '#f7f8f4';

/** What to draw: side in pixels; a full one fills its square, since systems cut their own shape out of its middle. */
const ICONS = [
  { file: 'icon-192.png', side: 192, full: false },
  { file: 'icon-512.png', side: 512, full: false },
  { file: 'icon-maskable-512.png', side: 512, full: true },
  { file: 'apple-touch-icon.png', side: 180, full: true }
];

const svg = readFileSync(`${FOLDER}/icon.svg`, 'utf8');
const browser = await browsers.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args
});
const page = await browser.newPage({ colorScheme: 'light' });
for (const { file, side, full } of ICONS) {
  await page.setViewportSize({ width: side, height: side });
  const [ground, width] = full ? [GROUND, 82] : ['transparent', 100];
  await page.setContent(
    `<style>body{margin:0;block-size:100vh;display:grid;place-items:center;background:${ground}}
    body>svg{inline-size:${width}vw}</style>${svg}`
  );
  await page.screenshot({ path: `${FOLDER}/${file}`, omitBackground: !full });
  console.log(`${FOLDER}/${file}`);
}
await browser.close();
