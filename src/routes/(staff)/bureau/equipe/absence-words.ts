import type { AbsenceFault } from '$lib/backoffice';
import { fullDate, m } from '$lib/i18n';
import type { StaffId } from '$lib/kernel';

/** What is wrong with a field of an absence, in words; `nameOf` names the people of the team. */
export function faultWords(fault: AbsenceFault, nameOf: (id: StaffId) => string): string {
  switch (fault.code) {
    case 'member_missing':
      return m.backoffice_absence_member_missing();
    case 'stands_in':
      return m.backoffice_absence_stands_in({ name: nameOf(fault.forId), day: fullDate(fault.until) });
    case 'until_missing':
      return m.backoffice_absence_until_missing();
    case 'until_past':
      return m.backoffice_absence_until_past({ day: fullDate(fault.today) });
    case 'until_too_far':
      return m.backoffice_absence_until_too_far({ day: fullDate(fault.last), days: String(fault.days) });
    case 'stand_in_missing':
      return m.backoffice_absence_stand_in_missing();
    case 'stand_in_same':
      return m.backoffice_absence_stand_in_same();
    case 'stand_in_away':
      return m.backoffice_absence_stand_in_away({ day: fullDate(fault.until) });
  }
}
