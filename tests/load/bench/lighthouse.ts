import lighthouse from 'lighthouse';

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
  const run = await lighthouse(address, {
    port,
    output: 'json',
    logLevel: 'silent',
    locale: 'fr',
    formFactor: 'mobile',
    onlyCategories: throttling ? ['performance'] : ['performance', 'accessibility', 'best-practices', 'seo'],
    ...(cookie && { extraHeaders: { Cookie: cookie } }),
    ...(throttling && { throttlingMethod: 'simulate' as const, throttling: allOf(throttling) })
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
