import { m } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import {
  addressOf,
  previousQuestion,
  QUESTIONS,
  rawFieldsFrom,
  type QuestionId,
  type RawFields
} from '$lib/questionnaire';
import { keepOneMeaning } from '$lib/questionnaire/ui/keep-one-meaning';
import { answerOffline, type OfflineStart } from '$lib/questionnaire/ui/offline-way';
import { questionPlace } from '$lib/questionnaire/ui/question-place';
import { copyOf } from './blank-copies';
import { fillCopy, setHidden } from './fill-copy';
import { say } from './say';

/** What the page tells its script. */
export interface PageStart extends OfflineStart {
  readonly timeZone: string;
}

/** A page shown without network: a question, the page before one, or the end. */
type Shown = { readonly id: QuestionId; readonly before: boolean } | 'end';

/** The question a page is about; `before`: the page stands before it. */
function shownOn(page: HTMLElement): Exclude<Shown, 'end'> {
  const { question, before } = page.dataset;
  return { id: (question ?? before) as QuestionId, before: question === undefined };
}

/**
 * Her walk through the questions from one page that was opened with network: the page itself and, without network, the
 * blank copies, filled with what she said. The same rules as on the server say where each answer leads.
 */
export class Walk {
  #answers: OfflineStart['answers'];
  /** What she answered here, without the server having said what it thinks of it. */
  readonly #answeredHere = new Set<QuestionId>();
  readonly #pages = new Map<string, HTMLElement>();
  #current: HTMLElement;
  readonly #start: PageStart;
  readonly #listen: (page: HTMLElement, id: QuestionId) => void;

  constructor(start: PageStart, page: HTMLElement, listen: (page: HTMLElement, id: QuestionId) => void) {
    this.#start = start;
    this.#answers = start.answers;
    this.#current = page;
    this.#listen = listen;
    const first = shownOn(page);
    this.#pages.set(nameOf(first), page);
    this.#attach(page, first.id);
    addEventListener('popstate', ({ state }: PopStateEvent) => {
      const shown = (state as { shown?: Shown } | null)?.shown ?? first;
      void this.#show(shown, false);
    });
  }

  /** The page in sight. */
  get page(): HTMLElement {
    return this.#current;
  }

  /** Whether she already answered this question here: then what the server had is no measure any more. */
  hasAnswered(id: QuestionId): boolean {
    return this.#answeredHere.has(id);
  }

  /** Whether the answer can be taken; when not, says why beside it. */
  accepts(id: QuestionId, fields: RawFields): boolean {
    const step = this.#step(id, fields);
    if (step.kind === 'next') return true;
    say(this.#current, 'trouble', `${m.ui_error_prefix()}${step.words}`);
    document.getElementById(`q-${step.field}`)?.focus();
    return false;
  }

  /** Takes an answer that is kept on the phone, and goes on; answers false when the next page is not on this phone. */
  async goOn(id: QuestionId, fields: RawFields): Promise<boolean> {
    const step = this.#step(id, fields);
    if (step.kind === 'refused') return false;
    this.#answers = step.answers;
    this.#answeredHere.add(id);
    const next = this.#pastOwnWords(step.next);
    return this.#show(
      next === null ? 'end' : { id: next, before: QUESTIONS[next].interruption !== null },
      true
    );
  }

  /** Goes back without network; answers false when that is for the browser to do. */
  goBack(id: QuestionId): boolean {
    const previous = previousQuestion(this.#answers, id, this.#start.context);
    if (previous === null || this.#answeredHere.size === 0) return false;
    void this.#show({ id: previous, before: false }, true);
    return true;
  }

  #step(id: QuestionId, fields: RawFields) {
    const now = new Date();
    const time = { answeredAt: now.toISOString(), answeredOn: dayInZone(now, this.#start.timeZone) };
    return answerOffline({ answers: this.#answers, context: this.#start.context }, id, fields, time);
  }

  /** Her own words are not on the phone: a question she answered in them is passed, or sending would wipe them. */
  #pastOwnWords(id: QuestionId | null): QuestionId | null {
    const isKept = id === 'anything_else' && this.#answers.entries[id]?.disposition === 'answered';
    return isKept && !this.#answeredHere.has(id) ? 'feeling' : id;
  }

  async #show(shown: Shown, isForward: boolean): Promise<boolean> {
    const page = this.#pages.get(nameOf(shown)) ?? (await this.#open(shown));
    if (!page) return false;
    if (isForward) history.pushState({ shown }, '', shown === 'end' ? undefined : addressIn(shown));
    this.#current.replaceWith(page);
    this.#current = page;
    await this.#frame(shown, page);
    return true;
  }

  async #open(shown: Shown): Promise<HTMLElement | null> {
    const page = await copyOf(nameOf(shown));
    if (!page || shown === 'end') return page;
    const form = page.querySelector('form');
    if (form) {
      fillCopy(form, this.#answers.entries[shown.id]);
      setHidden(form, 'command', crypto.randomUUID());
      setHidden(form, 'seen', this.#answers.entries[shown.id]?.answeredAt ?? '');
    }
    this.#pages.set(nameOf(shown), page);
    this.#attach(page, shown.id);
    return page;
  }

  #attach(page: HTMLElement, id: QuestionId): void {
    const form = page.querySelector('form');
    form?.addEventListener('change', keepOneMeaning);
    form?.addEventListener('input', keepOneMeaning);
    page.querySelector('a.back')?.addEventListener('click', (event) => {
      if (this.goBack(id)) event.preventDefault();
    });
    page.querySelector('[data-part="go"]')?.addEventListener('click', (event) => {
      // with network the browser follows the link; a page that waits for one does not
      if (navigator.onLine && this.#answeredHere.size === 0) return;
      event.preventDefault();
      void this.#show({ id, before: false }, true).then((isShown) => {
        if (!isShown) location.assign(addressIn({ id, before: false }));
      });
    });
    this.#listen(page, id);
  }

  /** What stands around the page follows: title, progress, the quick exit; reading starts at the question. */
  async #frame(shown: Shown, page: HTMLElement): Promise<void> {
    if (shown !== 'end') {
      const place = questionPlace(shown.id, this.#answers, this.#start.context);
      document.title = `${place.pageTitle} – ${m.ui_brand()}`;
      const progress = page.querySelector('[data-part="progress"]');
      if (progress) progress.textContent = place.progress;
      if (shown.before || QUESTIONS[shown.id].quickExit) await showQuickExit();
    }
    const title = page.querySelector('h1');
    title?.setAttribute('tabindex', '-1');
    title?.focus();
    scrollTo(0, 0);
  }
}

/** Once a sensitive page was shown, the way out stays: nobody has to look for it. */
async function showQuickExit(): Promise<void> {
  const header = document.querySelector('header');
  if (!header || header.querySelector('.exit')) return;
  const copy = await copyOf('exit');
  if (copy) header.replaceWith(copy);
}

function nameOf(shown: Shown): string {
  if (shown === 'end') return 'end';
  return shown.before ? `before-${shown.id}` : shown.id;
}

function addressIn({ id, before }: Exclude<Shown, 'end'>): string {
  const { section, step } = addressOf(id);
  const page = `/questionnaire/${section}/${step}`;
  return before || QUESTIONS[id].interruption === null ? page : `${page}?suite=1`;
}

/** The fields of a form as they stand, with the button that was pressed. */
export function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null) {
  const entries = [...new FormData(form, submitter)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : []
  );
  return { entries, raw: rawFieldsFrom(entries) };
}
