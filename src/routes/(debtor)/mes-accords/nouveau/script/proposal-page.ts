/**
 * The script of the page of a proposal: puts the moving part in the place of the one the server made, with what was
 * typed meanwhile, so that the rule answers as she moves. Everything works without it.
 */
import { mount, type ComponentProps } from 'svelte';
import type { ProposalFields } from '$lib/plans';
import { serveEveryPage } from '../../../script/every-page';
import LiveProposal from '../LiveProposal.svelte';

const TEXT_FIELDS = ['mode', 'amount', 'rhythm', 'dayOfMonth', 'weekday', 'rest'] as const;

serveEveryPage();
const place = document.querySelector<HTMLElement>('[data-live]');
if (place?.dataset.live) comeAlive(place, place.dataset.live);

function comeAlive(target: HTMLElement, told: string): void {
  const props = JSON.parse(told) as ComponentProps<typeof LiveProposal>;
  const form = target.closest('form');
  const fields = form ? typedIn(form, props.fields) : props.fields;
  const focused = target.contains(document.activeElement) ? document.activeElement : null;
  target.replaceChildren();
  mount(LiveProposal, { target, props: { ...props, fields } });
  if (focused) focusAgain(target, focused);
}

/** What the fields of the server's page hold by now. */
function typedIn(form: HTMLFormElement, before: ProposalFields): ProposalFields {
  const typed = new FormData(form);
  const texts = TEXT_FIELDS.map((name) => [name, textOf(typed.get(name)) ?? before[name]]);
  return { ...before, ...Object.fromEntries(texts), debtIds: typed.getAll('debtIds').map(String) };
}

function textOf(value: FormDataEntryValue | null): string | null {
  return typeof value === 'string' ? value : null;
}

function focusAgain(target: HTMLElement, before: Element): void {
  if (!(before instanceof HTMLInputElement || before instanceof HTMLSelectElement)) return;
  const twins = [...target.querySelectorAll<HTMLInputElement>(`[name="${before.name}"]`)];
  const isChoice = before.type === 'radio' || before.type === 'checkbox';
  (twins.find((twin) => !isChoice || twin.value === before.value) ?? null)?.focus();
}
