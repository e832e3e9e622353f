import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';

/** What the package switches off to fit into a small server: one process for all, and checks a phone makes. */
const SHORTCUTS = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

/** The Chromium of the browser tests, for programs: several processes and every check on, as on a phone. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  // the package takes an older unpacked browser for its own when it finds one: its folder must be ours alone
  const userName = process.getuid?.() ?? 'user';
  process.env.TMPDIR = path.join(
    tmpdir().replace(/\/oxygene-chromium-.*$/, ''),
    `oxygene-chromium-${userName}`
  );
  mkdirSync(process.env.TMPDIR, { recursive: true });
  const [{ default: packaged }, { chromium }] = await Promise.all([
    import('@sparticuz/chromium'),
    import('@playwright/test')
  ]);
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args.filter((arg) => !SHORTCUTS.includes(arg)), ...more]
  });
}
