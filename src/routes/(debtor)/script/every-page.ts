/**
 * What the script of every page of hers does: dialogs open in place, the quick exit replaces the page, and what the
 * phone kept while there was no network leaves. Everything works without it.
 */
import { m } from '$lib/i18n';
import { openKeptForms, type SendingReport } from '$lib/ui/kept-forms';
import { leftSince, mayHoldForms } from '$lib/ui/outbox-mark';
import { listenToQuickExit } from '$lib/ui/quick-exit';
import { registerServiceWorker } from '$lib/ui/register-service-worker';
import { DOORS } from '../doors';

const TRY_AGAIN_MS = 20_000;

let waitingTry: ReturnType<typeof setTimeout> | undefined;
/** What the page shows is as old as this. */
let readAt = performance.timeOrigin;
let whenSent: (report: SendingReport) => void = readAnew;

/** Serves the page. `afterSending` is told each time something that waited has left; the page is read anew otherwise. */
export function serveEveryPage(afterSending: (report: SendingReport) => void = readAnew): void {
  whenSent = afterSending;
  listenToQuickExit();
  registerServiceWorker();
  addEventListener('click', openDialog);
  addEventListener('online', () => void sendKept());
  void sendKept();
}

/** Whose forms this phone may keep, as the page says; null when it does not. */
export function outboxOwner(): string | null {
  return document.querySelector<HTMLElement>('[data-outbox]')?.dataset.outbox ?? null;
}

/** Sends what waits; tries again until it is gone. What another page sent while this one was on its way counts too. */
export async function sendKept(): Promise<void> {
  clearTimeout(waitingTry);
  const owner = outboxOwner();
  if (!owner) return;
  let report: SendingReport = { outcomes: [], waiting: 0, expired: 0 };
  if (mayHoldForms()) {
    const outbox = await openKeptForms({ owner, doors: DOORS });
    report = await outbox.send();
    tellLoss(report);
    if (report.waiting > 0) waitingTry = setTimeout(() => void sendKept(), TRY_AGAIN_MS);
  }
  if (!leftSince(readAt)) return;
  readAt = Date.now();
  whenSent(report);
}

/** A page she is not writing on is read anew once everything has left, unless it says what was lost. */
function readAnew({ waiting, expired, outcomes }: SendingReport): void {
  const isPlain = expired === 0 && outcomes.every(({ outcome }) => outcome === 'taken');
  if (waiting === 0 && isPlain && !isWriting()) location.reload();
}

/** Something she has in hand would be lost. */
export function isWriting(): boolean {
  return document.querySelector('textarea:focus, input:focus, dialog[open]') !== null;
}

/** Nothing she wrote goes without a word: what was kept too long, or can no longer be taken, is told on top. */
function tellLoss({ outcomes, expired }: SendingReport): void {
  const isLost = outcomes.some(({ outcome }) => ['gone', 'elsewhere', 'refused'].includes(outcome));
  const lines = [
    ...(isLost ? [m.ui_outbox_not_taken()] : []),
    ...(expired > 0 ? [m.ui_outbox_expired()] : [])
  ];
  for (const line of lines) {
    const paragraph = document.createElement('p');
    paragraph.className = 'column note';
    paragraph.setAttribute('role', 'status');
    paragraph.textContent = line;
    document.querySelector('main')?.prepend(paragraph);
  }
}

/** A link with `data-opens` around it opens that dialog instead of its page. */
function openDialog(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  const name = event.target.closest<HTMLElement>('[data-opens]')?.dataset.opens;
  const dialog = name ? document.getElementById(name) : null;
  if (!(dialog instanceof HTMLDialogElement)) return;
  event.preventDefault();
  dialog.showModal();
}
