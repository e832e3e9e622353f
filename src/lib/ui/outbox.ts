/**
 * What a phone keeps while there is no network: forms to post, in the order they were filled in. Pure: what is kept,
 * what takes the place of what, what an answer of the server means. Storage is in outbox-store, sending in
 * send-kept-forms.
 */

/** A form kept until it can be sent. */
export interface KeptForm {
  /** The id of its command: sending it twice changes nothing. */
  readonly id: string;
  /** Whose it is, as the page said it: a phone changes hands. */
  readonly owner: string;
  /** Where it is posted: path and query. */
  readonly address: string;
  /** What it is about. A later form about the same takes the place of one that never left; null: never. */
  readonly subject: string | null;
  readonly fields: readonly (readonly [name: string, text: string])[];
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  /** It may have arrived although no answer came back. */
  readonly wasTried: boolean;
}

/** Days a form waits on a phone at most. */
export const KEPT_DAYS = 7;

/** Adds a form. One about the same that never left is replaced where it stands, so that the order holds. */
export function withForm(queue: readonly KeptForm[], form: KeptForm): readonly KeptForm[] {
  const same = queue.findIndex((one) => one.id === form.id || isReplaced(one, form));
  return same === -1 ? [...queue, form] : queue.with(same, form);
}

function isReplaced(one: KeptForm, form: KeptForm): boolean {
  return form.subject !== null && one.subject === form.subject && one.owner === form.owner && !one.wasTried;
}

/** What is kept for this person, what is too old, and what is somebody else's. */
export interface SortedForms {
  readonly kept: readonly KeptForm[];
  readonly expired: readonly KeptForm[];
  readonly foreign: readonly KeptForm[];
}

/** Sorts what a phone holds, for the person it is open for at this moment. */
export function sortForms(queue: readonly KeptForm[], owner: string, now: number): SortedForms {
  const own = queue.filter((form) => form.owner === owner);
  const isExpired = (form: KeptForm) => now - form.keptAt > KEPT_DAYS * 86_400_000;
  return {
    kept: own.filter((form) => !isExpired(form)),
    expired: own.filter(isExpired),
    foreign: queue.filter((form) => form.owner !== owner)
  };
}

/** How the server answered a form action: `type`, `status` and `location` of SvelteKit's answer. */
export interface ActionAnswer {
  readonly type: string;
  readonly status?: number;
  readonly location?: string;
}

/**
 * What became of a form that was sent. `gone`: what it is about is not there any more. `elsewhere`: something newer is
 * there. `refused`: it cannot be taken as it is. `later`: the server is in trouble. `signed_out`: nobody is signed in.
 */
export type SendingOutcome =
  'taken' | 'gone' | 'elsewhere' | 'refused' | 'later' | 'signed_out' | 'no_network';

/** Reads the answer to a form; `status` is that of the response, null when none came. `doors` lead to signing in. */
export function outcomeOf(
  status: number | null,
  answer: ActionAnswer | null,
  doors: readonly string[]
): SendingOutcome {
  if (status === null) return 'no_network';
  if (answer?.type === 'redirect') return doors.includes(answer.location ?? '') ? 'signed_out' : 'taken';
  if (answer?.type === 'success') return 'taken';
  switch (answer?.status ?? status) {
    case 401:
    case 403:
      return 'signed_out';
    case 404:
    case 410:
      return 'gone';
    case 409:
      return 'elsewhere';
    case 400:
    case 413:
    case 422:
      return 'refused';
    default:
      return 'later';
  }
}

/** Whether the form may be forgotten and the next one sent; otherwise all of them wait. */
export function isSettled(outcome: SendingOutcome): boolean {
  return outcome !== 'later' && outcome !== 'signed_out' && outcome !== 'no_network';
}
