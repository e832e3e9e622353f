import { readFileSync } from 'node:fs';
import { chromium as pw } from '@playwright/test';
import chromium from '@sparticuz/chromium';
import AxeBuilder from '@axe-core/playwright';
import { TOTP } from 'otpauth';
const demo = JSON.parse(readFileSync('/tmp/staff/demo.json', 'utf8'));
const browser = await pw.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
const [who, ...list] = process.argv.slice(2);
const js = process.env.NOJS ? false : true;
const width = Number(process.env.W ?? 1280);
const ctx = await browser.newContext({ viewport: { width, height: 900 }, locale: 'fr-FR', timezoneId: 'Europe/Paris', javaScriptEnabled: js, colorScheme: process.env.DARK ? 'dark' : 'light' });
const page = await ctx.newPage();
page.on('console', (m) => { if (m.type() === 'error') console.log('console:', m.text().slice(0, 300)); });
page.on('pageerror', (e) => console.log('pageerror:', e.message.slice(0, 300)));
await page.goto(demo.url + '/bureau/connexion');
const a = demo[who];
await page.fill('[name=email]', a.email); await page.fill('[name=password]', a.password); await page.fill('[name=code]', new TOTP({ secret: a.totpSecret }).generate());
await page.click('form[method=post] button.main'); await page.waitForURL('**/ma-journee', { timeout: 60000 });
for (const path of list) {
  const p = path.replace('{0}', demo.ids[0]).replace('{p}', demo.planIds[0]).replace('{4}', demo.ids[4]).replace('{6}', demo.ids[6]).replace('{11}', demo.ids[11]);
  await page.goto(demo.url + p); await page.waitForTimeout(js ? 1200 : 300);
  const name = `/tmp/staff/${who}-${path.replace(/[^a-z0-9]+/gi, '_')}-${width}${process.env.DARK ? '-nuit' : ''}.png`;
  await page.screenshot({ path: name, fullPage: true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  let axe: any = { violations: [] };
  if (js) axe = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice']).analyze();
  console.log(path, 'overflow', overflow, axe.violations.map((v: any) => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map((n: any) => n.target.join(' ')).join(' | ')));
}
await browser.close();
