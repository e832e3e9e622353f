/**
 * The script of every page of hers but the questions, which have their own: dialogs open in place, the quick exit
 * replaces the page, and what the phone kept while there was no network leaves. Everything works without it.
 */
import { openKeptForms } from '$lib/ui/kept-forms';
import { mayHoldForms } from '$lib/ui/outbox-mark';
import { listenToQuickExit } from '$lib/ui/quick-exit';
import { registerServiceWorker } from '$lib/ui/register-service-worker';
import { DOORS } from './doors';

const TRY_AGAIN_MS = 20_000;

listenToQuickExit();
registerServiceWorker();
addEventListener('click', openDialog);
void sendKept();
addEventListener('online', () => void sendKept());

/** A link with `data-opens` around it opens that dialog instead of its page. */
function openDialog(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  const name = event.target.closest<HTMLElement>('[data-opens]')?.dataset.opens;
  const dialog = name ? document.getElementById(name) : null;
  if (!(dialog instanceof HTMLDialogElement)) return;
  event.preventDefault();
  dialog.showModal();
}

/** Sends what waits; tries again until it is gone. A page she is not writing on is then read anew. */
async function sendKept(): Promise<void> {
  const owner = document.querySelector<HTMLElement>('[data-outbox]')?.dataset.outbox;
  if (!owner || !mayHoldForms()) return;
  const outbox = await openKeptForms({ owner, doors: DOORS });
  const { outcomes, waiting } = await outbox.send();
  const isWriting = document.querySelector('textarea:focus, input:focus, dialog[open]') !== null;
  if (waiting > 0) setTimeout(() => void sendKept(), TRY_AGAIN_MS);
  else if (outcomes.some(({ outcome }) => outcome === 'taken') && !isWriting) location.reload();
}
