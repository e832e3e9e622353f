import { groupedCode } from '$lib/access';
import { fullDate, m } from '$lib/i18n';
import type { ContactBasis } from '../cases';

/** A subject and a text, ready for the one door of outgoing contacts. */
export interface OutgoingWords {
  readonly subject: string;
  readonly body: string;
}

const firm = () => ({
  firm: m.public_firm_name(),
  address: m.public_firm_address(),
  phone: m.public_firm_phone()
});

/** Every later step recalls the first letter's reference and date (CPCE R124-4). */
function firstLetter({ firstLetterOn, firstLetterReference }: ContactBasis) {
  return {
    letterReference: firstLetterReference ?? '',
    letterDate: firstLetterOn === null ? '' : fullDate(firstLetterOn)
  };
}

/** The letter that carries a code she asked for. `door` is the address to type. */
export function codeLetter(basis: ContactBasis, code: string, door: string): OutgoingWords {
  return {
    subject: m.access_post_subject_code(),
    body: m.access_post_code_letter({
      ...firm(),
      ...firstLetter(basis),
      name: `${basis.firstName} ${basis.lastName}`,
      reference: basis.reference,
      code: groupedCode(code),
      door
    })
  };
}

/** An invitation by letter, with a code. */
export function invitationLetter(basis: ContactBasis, code: string, door: string): OutgoingWords {
  return {
    subject: m.access_post_subject_invitation(),
    body: m.access_post_invitation_letter({
      ...firm(),
      ...firstLetter(basis),
      name: `${basis.firstName} ${basis.lastName}`,
      reference: basis.reference,
      code: groupedCode(code),
      door
    })
  };
}

/** An invitation by e-mail or SMS, with a link: no amount, no creditor, no word that tells others anything. */
export function invitationMessage(
  basis: ContactBasis,
  channel: 'email' | 'sms',
  link: string
): OutgoingWords {
  const words = { ...firm(), ...firstLetter(basis), name: basis.firstName, link };
  return {
    subject: m.access_post_subject_invitation(),
    body: channel === 'email' ? m.access_post_invitation_email(words) : m.access_post_invitation_sms(words)
  };
}
