/**
 * The script of the page shown without network: the address she asked for opens once the server answers. The browser's
 * own word is not enough: it speaks of the phone's network, and knows neither tunnels nor a server that is away.
 */
import { OFFLINE_PAGE } from '$lib/ui/offline-shell';

/** Answers without a database, a session or a word about anyone. */
const PROBE = '/api/health';
const FIRST_WAIT_MS = 3_000;
/** A phone that stays without network for hours asks twice a minute at most. */
const LONGEST_WAIT_MS = 30_000;

let wait = FIRST_WAIT_MS;
let waiting: ReturnType<typeof setTimeout> | undefined;

// asked for under its own name, nothing else is to be opened
if (location.pathname !== OFFLINE_PAGE) {
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]'))
    part.hidden = part.dataset.part === 'by-hand';
  addEventListener('online', () => void openIfBack());
  document.addEventListener('visibilitychange', () => document.hidden || void openIfBack());
  later();
}

async function openIfBack(): Promise<void> {
  clearTimeout(waiting);
  if (!document.hidden && (await answers())) return location.reload();
  later();
}

function later(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void openIfBack(), wait);
  wait = Math.min(wait * 2, LONGEST_WAIT_MS);
}

async function answers(): Promise<boolean> {
  try {
    const signal = 'timeout' in AbortSignal ? AbortSignal.timeout(LONGEST_WAIT_MS) : null;
    return (await fetch(PROBE, { cache: 'no-store', credentials: 'omit', signal })).ok;
  } catch {
    return false;
  }
}
