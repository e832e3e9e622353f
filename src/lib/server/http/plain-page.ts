import { m } from '$lib/i18n';
import { randomSecret } from '../platform/crypto';
import { now } from '../platform/runtime';

/** A page with a title and a few sentences. */
export interface PlainPage {
  readonly status: number;
  readonly title: string;
  /** Plain texts of ours, without markup. */
  readonly words: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** A calm page of its own, where the usual ones cannot be rendered: nothing of it needs the database or a script. */
export function plainPage({ status, title, words, headers }: PlainPage): Response {
  const nonce = randomSecret();
  return new Response(document(nonce, title, words), {
    status,
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
    }
  });
}

/** The header that says to machines when to come back: whole seconds, one at least. */
export function retryAfter(until: Date): { 'retry-after': string } {
  const seconds = Math.ceil((until.getTime() - now().getTime()) / 1000);
  return { 'retry-after': String(Math.max(1, seconds)) };
}

function document(nonce: string, title: string, words: readonly string[]): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${m.ui_brand()}</title>
<style nonce="${nonce}">:root{color-scheme:light dark}body{max-width:34rem;margin:10vh auto;padding:0 1.25rem;font:1.0625rem/1.55 system-ui,sans-serif;background:light-dark(#f7f8f4,#111b1d);color:light-dark(#17262a,#ece7dc)}h1{font-size:1.7rem;font-weight:500;line-height:1.22}a{color:inherit}</style>
</head><body><main><h1>${title}</h1>
${words.map((sentence) => `<p>${sentence}</p>`).join('\n')}</main></body></html>`;
}
