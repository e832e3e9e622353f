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
