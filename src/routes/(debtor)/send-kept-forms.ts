import { invalidateAll } from '$app/navigation';
import { DOORS } from './doors';

const TRY_AGAIN_MS = 20_000;

/** Sends what this phone kept while there was no network; tries again until it is sent, then shows the page anew. */
export async function sendKeptForms(owner: string): Promise<void> {
  const { openKeptForms } = await import('$lib/ui/kept-forms');
  const outbox = await openKeptForms({ owner, doors: DOORS });
  const { waiting, outcomes } = await outbox.send();
  if (outcomes.some(({ outcome }) => outcome === 'taken')) await invalidateAll();
  if (waiting > 0) setTimeout(() => void sendKeptForms(owner), TRY_AGAIN_MS);
}
