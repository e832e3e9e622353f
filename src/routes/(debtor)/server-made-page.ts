/**
 * The script of pages made by the server alone: dialogs open in place, the quick exit replaces the page, and what the
 * phone kept leaves. Everything works without it.
 */
import { mayHoldForms } from '$lib/ui/outbox-mark';
import { openKeptForms } from '$lib/ui/kept-forms';
import { listenToQuickExit } from '$lib/ui/quick-exit';
import { registerServiceWorker } from '$lib/ui/register-service-worker';
import { DOORS } from './doors';

listenToQuickExit();
registerServiceWorker();
addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const name = event.target.closest<HTMLElement>('[data-opens]')?.dataset.opens;
  const dialog = name ? document.getElementById(name) : null;
  if (!(dialog instanceof HTMLDialogElement)) return;
  event.preventDefault();
  dialog.showModal();
});

const owner = document.querySelector<HTMLElement>('[data-outbox]')?.dataset.outbox;
if (owner && mayHoldForms()) void sendKept(owner);

async function sendKept(whose: string): Promise<void> {
  const outbox = await openKeptForms({ owner: whose, doors: DOORS });
  const { outcomes } = await outbox.send();
  if (outcomes.some(({ outcome }) => outcome === 'taken')) location.reload();
}
