import { sql } from 'drizzle-orm';
import { localDate, type CaseId, type LocalDate } from '$lib/kernel';
import type { Transaction } from '../db';

/** What the rules of contact and the texts we send need to know of a case and its person. */
export interface ContactBasis {
  readonly reference: string;
  readonly isClosed: boolean;
  readonly track: 'classic' | 'oxygene' | 'oxygene_plus';
  readonly identity: 'unconfirmed' | 'confirmed' | 'not_me' | 'deceased' | 'represented' | 'helped';
  readonly firstName: string;
  readonly lastName: string;
  readonly postcode: string;
  readonly address: string;
  readonly city: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly emailConfirmed: boolean;
  readonly phoneConfirmed: boolean;
  /** The earliest first letter of its debts (R124-4 CPCE), with its reference. */
  readonly firstLetterOn: LocalDate | null;
  readonly firstLetterReference: string | null;
  readonly creditorNames: readonly string[];
}

interface Row extends Record<string, unknown> {
  reference: string;
  open: boolean;
  track: ContactBasis['track'];
  identity: ContactBasis['identity'];
  first_name: string;
  last_name: string;
  postcode: string;
  address: string;
  city: string;
  email: string | null;
  phone: string | null;
  email_confirmed: boolean;
  phone_confirmed: boolean;
  letter_on: string | null;
  letter_reference: string | null;
  creditors: string[] | null;
}

/** Reads the basis of contacts with a person. Throws when the case has no person: an import never leaves that. */
export async function selectContactBasis(tx: Transaction, caseId: CaseId): Promise<ContactBasis> {
  const [row] = await tx.execute<Row>(sql`
    select f.reference, f.open, f.track, f.identity, p.first_name, p.last_name, p.postcode, p.address, p.city, p.email, p.phone,
      p.email_confirmed_at is not null as email_confirmed, p.phone_confirmed_at is not null as phone_confirmed,
      d.letter_on, d.letter_reference, d.creditors
    from case_files f
    join debtors p on p.case_id = f.id
    left join lateral (
      select min(letter_sent_on)::text as letter_on,
        (array_agg(letter_reference order by letter_sent_on))[1] as letter_reference,
        array_agg(distinct creditor_name) as creditors
      from debts where case_id = ${caseId}
    ) d on true
    where f.id = ${caseId} and p.case_id = ${caseId}`);
  if (!row) throw new Error('A case without a person');
  return {
    reference: row.reference,
    isClosed: !row.open,
    track: row.track,
    identity: row.identity,
    firstName: row.first_name,
    lastName: row.last_name,
    postcode: row.postcode,
    address: row.address,
    city: row.city,
    email: row.email,
    phone: row.phone,
    emailConfirmed: row.email_confirmed,
    phoneConfirmed: row.phone_confirmed,
    firstLetterOn: row.letter_on === null ? null : localDate(row.letter_on),
    firstLetterReference: row.letter_reference,
    creditorNames: row.creditors ?? []
  };
}
