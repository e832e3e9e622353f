import { listenLive } from '$lib/messaging/ui/live.svelte';
import { isWriting } from './every-page';

// one act writes several lines of the journal: they are one change to the eye
const SETTLE_MS = 400;

/**
 * A page that says where something stands (`data-stands`, and in `data-asks` the address that knows) is opened anew once it
 * stands elsewhere: a proposal that was answered meanwhile does not go on saying that it waits. While she writes or looks at
 * a dialog nothing moves.
 */
export function followState(): void {
  const { stands, asks } = document.querySelector<HTMLElement>('[data-stands]')?.dataset ?? {};
  if (stands === undefined || asks === undefined) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    if (document.hidden || isWriting()) return;
    const now = await readState(asks);
    // opened by its address: read again, a page that answers a form would send it again
    if (now !== null && now !== stands && !isWriting()) location.replace(location.pathname);
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), SETTLE_MS);
  };
  listenLive(later);
  document.addEventListener('visibilitychange', later);
}

/** Null without network, or when nobody is signed in any more. */
async function readState(address: string): Promise<string | null> {
  try {
    const answer = await fetch(address, { cache: 'no-store', redirect: 'error' });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
