import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';

/**
 * What the package sets to fit into a small server, and we do not want: one process for all, checks a phone makes
 * switched off, and a graphics card played by the processor, which took two thirds of the time of the browser tests.
 */
const UNWANTED = [
  '--no-zygote',
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--in-process-gpu',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader'
];

/** The Chromium of the package, unpacked, and how it is started: several processes and every check on, as on a phone. */
export async function packagedChromium(): Promise<{ executablePath: string; args: string[] }> {
  // the package takes an older unpacked browser for its own when it finds one: its folder must be ours alone
  const userName = process.getuid?.() ?? 'user';
  process.env.TMPDIR = path.join(
    tmpdir().replace(/\/oxygene-chromium-.*$/, ''),
    `oxygene-chromium-${userName}`
  );
  mkdirSync(process.env.TMPDIR, { recursive: true });
  const { default: packaged } = await import('@sparticuz/chromium');
  return {
    executablePath: await packaged.executablePath(),
    args: [...packaged.args.filter((arg) => !UNWANTED.includes(arg)), '--disable-gpu']
  };
}

/** The Chromium of the browser tests, for programs. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const { executablePath, args } = await packagedChromium();
  const { chromium } = await import('@playwright/test');
  return chromium.launch({ executablePath, args: [...args, ...more] });
}
