/**
 * The one script of the question pages. Everything works without it; with it an answer that cannot leave is kept on
 * the phone and sent later, the next questions open without network, and one answer lifts the other.
 */
import { m } from '$lib/i18n';
import type { QuestionId } from '$lib/questionnaire';
import { openKeptForms, postForm, type KeptForms } from '$lib/ui/kept-forms';
import { isSettled, outcomeOf } from '$lib/ui/outbox';
import { leftSince } from '$lib/ui/outbox-mark';
import { listenToQuickExit } from '$lib/ui/quick-exit';
import { registerServiceWorker } from '$lib/ui/register-service-worker';
import { DOORS } from '../../doors';
import { fetchCopies } from './blank-copies';
import { setHidden } from './fill-copy';
import { reportLines, say, sayAfterReading, saidBeforeReading, waitingLines } from './say';
import { fieldsOf, Walk, type PageStart } from './walk';

const TRY_AGAIN_MS = 20_000;

listenToQuickExit();
registerServiceWorker();

const outboxRoot = document.querySelector<HTMLElement>('[data-outbox]');
if (outboxRoot) void start(outboxRoot);

async function start(root: HTMLElement): Promise<void> {
  const outbox = await openKeptForms({ owner: root.dataset.outbox ?? '', doors: DOORS });
  const begin = root.querySelector<HTMLElement>('[data-start]')?.dataset.start;
  const page = root.querySelector<HTMLElement>('[data-question], [data-before]');
  const walk =
    begin && page
      ? new Walk(JSON.parse(begin) as PageStart, page, (shown, id) => listen(shown, id, outbox, () => walk))
      : null;
  const told = saidBeforeReading();
  if (told.length > 0) say(walk?.page ?? document, 'state', ...told);
  const send = () => void sendWaiting(outbox, walk);
  addEventListener('online', send);
  document.addEventListener('visibilitychange', () => document.hidden || send());
  setInterval(send, TRY_AGAIN_MS);
  send();
}

let isSending = false;
/** What the page shows is as old as this. */
let readAt = performance.timeOrigin;

/** Sends what waits, when something does, and says what became of it. A page not yet touched is read again. */
async function sendWaiting(outbox: KeptForms, walk: Walk | null): Promise<void> {
  if (isSending) return;
  const waits = (await outbox.waiting()).length > 0;
  // another page sent it while this one was on its way
  if (!waits && mayReadAgain(walk) && leftSince(readAt)) return location.reload();
  if (!waits) return;
  const report = await outbox.send();
  readAt = Date.now();
  const isPlain = report.outcomes.every(({ outcome }) => outcome === 'taken') && report.expired === 0;
  const lines = reportLines(report, outbox.isDurable);
  if (report.waiting === 0 && mayReadAgain(walk)) {
    if (!isPlain) sayAfterReading(lines);
    return location.reload();
  }
  say(walk?.page ?? document, 'state', ...lines);
}

/** Nothing she chose, wrote or walked through would be lost. */
function mayReadAgain(walk: Walk | null): boolean {
  const isUntouched = !walk || !document.querySelector('form :checked, form textarea:focus');
  return isUntouched && history.state === null;
}

function listen(page: HTMLElement, id: QuestionId, outbox: KeptForms, walk: () => Walk | null): void {
  const form = page.querySelector('form');
  form?.addEventListener('input', fetchCopies, { once: true });
  form?.addEventListener('submit', (event) => {
    const current = walk();
    // nothing to stand on yet, or a refusal to be shown: the browser sends the form by itself
    if (!current || form.dataset.natively) return;
    event.preventDefault();
    if (!isSending) void submit(form, event.submitter, { id, outbox, walk: current });
  });
}

interface Surroundings {
  readonly id: QuestionId;
  readonly outbox: KeptForms;
  readonly walk: Walk;
}

/** Sends an answer, after those that wait; keeps it when it cannot leave. */
async function submit(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  { id, outbox, walk }: Surroundings
): Promise<void> {
  isSending = true;
  submitter?.setAttribute('aria-busy', 'true');
  say(walk.page, 'trouble');
  say(walk.page, 'state', m.ui_sending());
  try {
    const { entries, raw } = fieldsOf(form, submitter);
    const address = form.getAttribute('action') ?? location.pathname;
    const fields = walk.hasAnswered(id) ? entries.filter(([name]) => name !== 'seen') : entries;
    const mustWait = (await outbox.waiting()).length > 0 && (await outbox.send()).waiting > 0;
    if (!mustWait) {
      const { status, answer } = await postForm({ address, fields });
      const outcome = outcomeOf(status, answer, DOORS);
      if (outcome === 'taken') return location.assign(answer?.location ?? location.href);
      // the server knows better how to say it, on a whole page; what it refused left no trace
      if (isSettled(outcome)) return sendNatively(form, submitter);
    }
    await keep(form, fields, raw, { id, outbox, walk, address, wasTried: !mustWait });
  } finally {
    isSending = false;
    submitter?.removeAttribute('aria-busy');
  }
}

function sendNatively(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.dataset.natively = 'true';
  form.requestSubmit(submitter);
}

async function keep(
  form: HTMLFormElement,
  fields: readonly (readonly [string, string])[],
  raw: ReturnType<typeof fieldsOf>['raw'],
  {
    id,
    outbox,
    walk,
    address,
    wasTried
  }: Surroundings & { readonly address: string; readonly wasTried: boolean }
): Promise<void> {
  say(walk.page, 'state');
  if (!walk.accepts(id, raw)) return;
  const command = raw.command?.[0] ?? crypto.randomUUID();
  const dated = [...fields, ['givenAt', new Date().toISOString()] as const];
  const count = await outbox.keep({ id: command, address, subject: id, fields: dated, wasTried });
  // the next time this page is sent it says something else
  setHidden(form, 'command', crypto.randomUUID());
  const wentOn = await walk.goOn(id, raw);
  say(
    walk.page,
    'state',
    ...waitingLines(count, outbox.isDurable),
    ...(wentOn ? [] : [m.questionnaire_offline_next_with_network()])
  );
}
