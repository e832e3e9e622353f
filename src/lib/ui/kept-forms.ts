import {
  isSettled,
  outcomeOf,
  sortForms,
  withForm,
  type ActionAnswer,
  type KeptForm,
  type SendingOutcome
} from './outbox';
import { markLeft } from './outbox-mark';
import { openOutboxStore, type OutboxStore } from './outbox-store';

/** What an attempt to send came to. */
export interface SendingReport {
  /** What became of each form that was sent, in order. */
  readonly outcomes: readonly { readonly form: KeptForm; readonly outcome: SendingOutcome }[];
  /** How many still wait. */
  readonly waiting: number;
  /** How many were too old and are gone. */
  readonly expired: number;
}

/** The outbox of one person on one phone. */
export interface KeptForms {
  /** False: lost when the page closes. */
  readonly isDurable: boolean;
  /** Those waiting, oldest first. */
  waiting(): Promise<readonly KeptForm[]>;
  /** Keeps a form; answers how many wait. */
  keep(form: Omit<KeptForm, 'owner' | 'keptAt'>): Promise<number>;
  /** Sends what waits, in order, until all is sent or one cannot be. */
  send(): Promise<SendingReport>;
}

/** What the outbox is given by the page; tests give their own store, clock and network. */
export interface OutboxSetting {
  readonly owner: string;
  /** Where somebody who is not signed in is sent. */
  readonly doors: readonly string[];
  readonly store?: OutboxStore;
  readonly now?: () => number;
  readonly post?: (form: KeptForm) => Promise<{ status: number | null; answer: ActionAnswer | null }>;
}

/** Opens the outbox. What is somebody else's is erased at once. */
export async function openKeptForms({
  owner,
  doors,
  store,
  now = Date.now,
  post = postForm
}: OutboxSetting): Promise<KeptForms> {
  const kept = store ?? (await openOutboxStore());
  const tidy = async () => {
    const all = await kept.list();
    const sorted = sortForms(all, owner, now());
    if (sorted.kept.length < all.length) await kept.replace(sorted.kept);
    return sorted;
  };
  const expiredAtFirst = (await exclusively(tidy)).expired.length;
  let untold = expiredAtFirst;
  return {
    isDurable: kept.isDurable,
    waiting: async () => (await exclusively(tidy)).kept,
    keep: (form) =>
      exclusively(async () => {
        const queue = withForm((await tidy()).kept, { ...form, owner, keptAt: now() });
        await kept.replace(queue);
        return queue.length;
      }),
    send: () =>
      exclusively(async () => {
        const { kept: queue, expired } = await tidy();
        const told = untold + expired.length;
        untold = 0;
        return { ...(await sendAll(kept, queue, post, doors)), expired: told };
      })
  };
}

async function sendAll(
  store: OutboxStore,
  queue: readonly KeptForm[],
  post: NonNullable<OutboxSetting['post']>,
  doors: readonly string[]
): Promise<Omit<SendingReport, 'expired'>> {
  const outcomes: { form: KeptForm; outcome: SendingOutcome }[] = [];
  let left = queue;
  for (const form of queue) {
    // written before it leaves: once it may have arrived, nothing takes its place any more
    left = [{ ...form, wasTried: true }, ...left.slice(1)];
    await store.replace(left);
    const { status, answer } = await post(form);
    const outcome = outcomeOf(status, answer, doors);
    outcomes.push({ form, outcome });
    if (!isSettled(outcome)) break;
    left = left.slice(1);
    await store.replace(left);
    if (outcome === 'taken') markLeft();
  }
  return { outcomes, waiting: left.length };
}

const ANSWER_WITHIN_MS = 15_000;

/** Posts a form to its SvelteKit action; no status when the network, or the server, does not answer in time. */
export async function postForm({
  address,
  fields
}: Pick<KeptForm, 'address' | 'fields'>): Promise<{ status: number | null; answer: ActionAnswer | null }> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, text]) => [name, text])),
      headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS)
    });
    return { status: response.status, answer: readAnswer(await response.text()) };
  } catch {
    return { status: null, answer: null };
  }
}

function readAnswer(text: string): ActionAnswer | null {
  try {
    const answer = JSON.parse(text) as ActionAnswer | null;
    return typeof answer?.type === 'string' ? answer : null;
  } catch {
    // a page instead of an answer: a proxy, a hotel network, the database away
    return null;
  }
}

/** One tab at a time, where the browser can: two would send the same forms. */
function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('oxygene-outbox', work) : work();
}
