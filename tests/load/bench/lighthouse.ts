import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Its own package: see what it says of itself. */
const PACKAGE = path.resolve(import.meta.dirname, '../lighthouse');

/** What is asked of Lighthouse here. */
type Lighthouse = (address: string, settings: object) => Promise<LighthouseRun | undefined>;

/** What is read of its answer. */
interface LighthouseRun {
  readonly lhr: {
    readonly categories: Readonly<Record<string, { readonly id: string; readonly score: number | null }>>;
    readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
    readonly runtimeError?: { readonly message: string };
  };
}

/** Installs Lighthouse when this is the first benchmark here. */
async function lighthouse(): Promise<Lighthouse> {
  if (!existsSync(path.join(PACKAGE, 'node_modules')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PACKAGE, stdio: 'inherit' });
  const main = createRequire(path.join(PACKAGE, 'package.json')).resolve('lighthouse');
  const { default: audits } = (await import(pathToFileURL(main).href)) as { default: Lighthouse };
  return audits;
}

/** What Lighthouse says of one page on a phone. */
export interface Audit {
  /** By category, out of 100. */
  readonly scores: Readonly<Record<string, number>>;
  readonly largestPaintMs: number;
}

/** A network and a phone to imagine. */
export interface Throttling {
  readonly rttMs: number;
  readonly throughputKbps: number;
  readonly cpuSlowdownMultiplier: number;
}

/** The back of a village, on an old phone. */
export const SLOW: Throttling = { rttMs: 300, throughputKbps: 700, cpuSlowdownMultiplier: 6 };

/** Audits a page with the mobile settings of Lighthouse, in the Chromium that listens on `port`. */
export async function audit(
  port: number,
  address: string,
  { cookie, throttling }: { readonly cookie?: string; readonly throttling?: Throttling }
): Promise<Audit> {
  const ask = await lighthouse();
  const run = await ask(address, {
    port,
    output: 'json',
    logLevel: 'silent',
    locale: 'fr',
    formFactor: 'mobile',
    onlyCategories: throttling ? ['performance'] : ['performance', 'accessibility', 'best-practices', 'seo'],
    ...(cookie && { extraHeaders: { Cookie: cookie } }),
    ...(throttling && { throttlingMethod: 'simulate', throttling: allOf(throttling) })
  });
  if (!run) throw new Error(`Lighthouse gave no answer for ${address}`);
  const { categories, audits, runtimeError } = run.lhr;
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const scores = Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]);
  return {
    scores: Object.fromEntries(scores) as Record<string, number>,
    largestPaintMs: audits['largest-contentful-paint']?.numericValue ?? NaN
  };
}

function allOf({ rttMs, throughputKbps, cpuSlowdownMultiplier }: Throttling) {
  return {
    rttMs,
    throughputKbps,
    cpuSlowdownMultiplier,
    requestLatencyMs: rttMs,
    downloadThroughputKbps: throughputKbps,
    uploadThroughputKbps: throughputKbps
  };
}
