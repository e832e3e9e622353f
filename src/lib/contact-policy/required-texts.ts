import type { Channel, Purpose } from './contact';
import type { RequiredText } from './outgoing-text';

/** What the words of the house are, for the texts that must hold them. */
export interface StandingWords {
  /** Who writes: the name a person can check. */
  readonly sender: string;
  /** What every way to refuse contains: "ne plus recevoir". */
  readonly optOut: string;
  /** The first letter, as later steps name it; null while there is none. */
  readonly firstLetter: { readonly reference: string; readonly sentOn: string } | null;
}

/** Steps of collection after the first letter; each recalls it (CPCE R124-4, in force since 2012-06-01). */
const RECALLS_FIRST_LETTER: ReadonlySet<Purpose> = new Set([
  'demand',
  'invitation',
  'follow_up',
  'due_reminder'
]);

/**
 * What the body of a text must hold. An e-mail or SMS says who writes, and how to receive no more (house rule, after
 * 12 CFR 1006.6(e): a way out in every one), save the codes a person asks for on screen. Each later step of
 * collection recalls the reference and the date of the first letter (CPCE R124-4).
 */
export function requiredTexts(
  { channel, purpose }: { readonly channel: Channel; readonly purpose: Purpose },
  { sender, optOut, firstLetter }: StandingWords
): RequiredText[] {
  const isWritten = channel === 'email' || channel === 'sms';
  const recalls = RECALLS_FIRST_LETTER.has(purpose) && channel !== 'app' ? firstLetter : null;
  return [
    ...(isWritten ? [{ code: 'sender_missing', text: sender } as const] : []),
    ...(isWritten && purpose !== 'sign_in_code' ? [{ code: 'opt_out_missing', text: optOut } as const] : []),
    ...(recalls
      ? [
          { code: 'letter_reference_missing', text: recalls.reference } as const,
          { code: 'letter_date_missing', text: recalls.sentOn } as const
        ]
      : [])
  ];
}
