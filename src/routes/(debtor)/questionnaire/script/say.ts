import { m } from '$lib/i18n';
import type { SendingReport } from '$lib/ui/kept-forms';

/** Puts lines into a part of the page that screen readers listen to; none at all empties it. */
export function say(root: ParentNode, part: 'state' | 'trouble', ...lines: readonly string[]): void {
  const region = root.querySelector(`[data-part="${part}"]`);
  region?.replaceChildren(
    ...lines.map((line) => {
      const paragraph = document.createElement('p');
      paragraph.className = part === 'trouble' ? 'with-icon' : 'note';
      paragraph.textContent = line;
      return paragraph;
    })
  );
}

const TOLD = 'oxygene-dit';

/** Keeps lines over the page being read anew: what was lost is told once, on the page that shows the rest. */
export function sayAfterReading(lines: readonly string[]): void {
  try {
    sessionStorage.setItem(TOLD, lines.join('\n'));
  } catch {
    // a browser that keeps nothing kept no answer either
  }
}

/** The lines kept for this page; none the next time. */
export function saidBeforeReading(): string[] {
  try {
    const lines = sessionStorage.getItem(TOLD);
    sessionStorage.removeItem(TOLD);
    return lines ? lines.split('\n') : [];
  } catch {
    return [];
  }
}

/** That answers wait, and where. */
export function waitingLines(count: number, isDurable: boolean): string[] {
  const waiting =
    count > 1
      ? m.questionnaire_offline_waiting_other({ count: String(count) })
      : m.questionnaire_offline_waiting_one();
  return [waiting, isDurable ? m.questionnaire_offline_kept() : m.questionnaire_offline_memory()];
}

/** What became of the answers that waited; nothing to say when none did. */
export function reportLines({ outcomes, expired, waiting }: SendingReport, isDurable: boolean): string[] {
  const found = new Set(outcomes.map(({ outcome }) => outcome));
  return [
    ...(found.has('taken') && waiting === 0 ? [m.questionnaire_offline_sent()] : []),
    ...(found.has('gone') ? [m.questionnaire_offline_gone()] : []),
    ...(found.has('elsewhere') ? [m.questionnaire_offline_elsewhere()] : []),
    ...(found.has('refused') ? [m.questionnaire_offline_refused()] : []),
    ...(expired > 0 ? [m.questionnaire_offline_expired()] : []),
    ...(found.has('signed_out') ? [m.questionnaire_offline_signed_out()] : []),
    ...(waiting > 0 && !found.has('signed_out') ? waitingLines(waiting, isDurable) : [])
  ];
}
