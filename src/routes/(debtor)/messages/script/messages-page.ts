/**
 * The script of the messages. Everything works without it; with it a message leaves without a new page, answers appear
 * as they come, and what cannot leave is kept on the phone, shown as to be sent, and sent once, later.
 */
import { m } from '$lib/i18n';
import { listenLive } from '$lib/messaging/ui/live.svelte';
import { readMessage } from '$lib/messaging';
import { openKeptForms, postForm, type KeptForms } from '$lib/ui/kept-forms';
import { isSettled, outcomeOf } from '$lib/ui/outbox';
import { mayHoldForms } from '$lib/ui/outbox-mark';
import { DOORS } from '../../doors';
import { outboxOwner, sendKept, serveEveryPage } from '../../script/every-page';
import { olderThan, readThreadAgain, say, sayItIsSent, showWaiting } from './thread-parts';

// one act writes several lines of the journal: they are one change to the eye
const SETTLE_MS = 400;

serveEveryPage(() => void afterSending());
void showKept();
readAgainOnChanges();
const form = document.querySelector<HTMLFormElement>('form#write');
form?.addEventListener('submit', (event) => {
  // a refusal is to be shown: the browser sends the form by itself
  if (form.dataset.natively) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = 'true';
  event.submitter?.setAttribute('aria-busy', 'true');
  void submit(form, event.submitter).finally(() => {
    delete form.dataset.sending;
    event.submitter?.removeAttribute('aria-busy');
  });
});

/** Sends a message, after those that wait; keeps it when it cannot leave. */
async function submit(written: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  say(m.ui_sending());
  const { pathname, search } = new URL(written.action);
  const message = { address: pathname + search, fields: fieldsOf(written) };
  const isReadable = readMessage(textOf(message.fields)).ok;
  const mustWait = isReadable && (await othersWait());
  if (!mustWait) {
    const { status, answer } = await postForm(message);
    const outcome = outcomeOf(status, answer, DOORS);
    if (outcome === 'taken') return taken(written);
    // the server knows better how to say it, on a whole page; what it refused left no trace
    if (isSettled(outcome)) return sendNatively(written, submitter);
    if (outcome === 'signed_out') return keep(written, message, m.messaging_waiting_signed_out());
  }
  return isReadable
    ? keep(written, message, m.messaging_waiting_kept(), !mustWait)
    : say(m.ui_form_no_network());
}

async function othersWait(): Promise<boolean> {
  if (!mayHoldForms()) return false;
  await sendKept();
  return mayHoldForms();
}

async function taken(written: HTMLFormElement): Promise<void> {
  beginAgain(written);
  // what is newest is not on a page of older lines
  if (isOlderPage()) return location.assign(location.pathname);
  await readThreadAgain();
  sayItIsSent();
}

async function keep(
  written: HTMLFormElement,
  message: { readonly address: string; readonly fields: readonly (readonly [string, string])[] },
  words: string,
  wasTried = true
): Promise<void> {
  const outbox = await openOutbox();
  // a phone that keeps nothing: what she typed stays in the field
  if (!outbox?.isDurable) return say(m.ui_form_no_network());
  const id = message.fields.find(([name]) => name === 'command')?.[1] ?? crypto.randomUUID();
  await outbox.keep({ ...message, id, subject: null, wasTried });
  beginAgain(written);
  await showKept();
  say(words);
  // tried again from now on, until it is gone
  void sendKept();
}

/** An empty field, and another command: the next message is another one. */
function beginAgain(written: HTMLFormElement): void {
  written.reset();
  const field = written.querySelector('textarea');
  if (field) field.value = '';
  const command = written.elements.namedItem('command');
  if (command instanceof HTMLInputElement) command.value = crypto.randomUUID();
}

function sendNatively(written: HTMLFormElement, submitter: HTMLElement | null): void {
  written.dataset.natively = 'true';
  written.requestSubmit(submitter);
}

async function afterSending(): Promise<void> {
  await readThreadAgain();
  await showKept();
  if (!mayHoldForms()) say(m.messaging_waiting_sent());
}

async function showKept(): Promise<void> {
  const kept = mayHoldForms() ? ((await (await openOutbox())?.waiting()) ?? []) : [];
  showWaiting(
    kept.filter(({ address }) => address.startsWith(location.pathname)).map(({ fields }) => textOf(fields))
  );
}

async function openOutbox(): Promise<KeptForms | null> {
  const owner = outboxOwner();
  return owner ? openKeptForms({ owner, doors: DOORS }) : null;
}

/** Reads the thread again when something changed, once she can see it: what nobody looks at is not read. */
function readAgainOnChanges(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;
  const read = () => {
    isStale = document.hidden;
    if (!isStale) void readThreadAgain().then(showKept);
  };
  listenLive(() => {
    clearTimeout(waiting);
    waiting = setTimeout(read, SETTLE_MS);
  });
  document.addEventListener('visibilitychange', () => isStale && read());
}

function isOlderPage(): boolean {
  return olderThan() !== null;
}

function fieldsOf(written: HTMLFormElement): (readonly [string, string])[] {
  return [...new FormData(written)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : []
  );
}

function textOf(fields: readonly (readonly [string, string])[]): string {
  return fields.find(([name]) => name === 'text')?.[1] ?? '';
}
