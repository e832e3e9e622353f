import {
  compare,
  outcomeOf,
  placeLookedUp,
  type Event,
  type KeptAnswers,
  type Places,
  type RawAnswer
} from '$lib/aids';
import { m } from '$lib/i18n';
import { parseAmount, toEuros } from '$lib/kernel';
import { AID_NAME } from './aid-words';
import { roundEuros } from './amount-words';
import { faultWords } from './question-words';

/** What an event would change, in words. */
export interface WhatIfView {
  readonly kind: Event['kind'];
  readonly title: string;
  readonly sentence: string;
  readonly rows: readonly {
    readonly header: string;
    readonly cells: readonly string[];
    readonly strong?: boolean;
  }[];
}

/** An event that could not be read: the field, what to correct, what was typed. */
export interface WhatIfFault {
  readonly kind: Event['kind'];
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly typed: RawAnswer;
}

const TITLE: Readonly<Record<Event['kind'], () => string>> = {
  job: m.aids_if_job,
  separation: m.aids_if_separation,
  birth: m.aids_if_birth,
  move: m.aids_if_move
};

const MOST_A_MONTH = 100_000;

function readEuros(raw: RawAnswer, field: string): { value: number } | { message: string } {
  const read = parseAmount(raw[field] ?? '');
  if (!read.ok) return { message: m.aids_fault_amount_not_a_number() };
  const value = toEuros(read.value);
  return value > MOST_A_MONTH
    ? { message: faultWords({ field, code: 'amount_too_large', numbers: { most: MOST_A_MONTH } }) }
    : { value };
}

async function readMove(raw: RawAnswer, places: Places): Promise<Event | WhatIfFault> {
  const rent = readEuros(raw, 'if_rent');
  const errors: { field: string; message: string }[] = [];
  if ('message' in rent) errors.push({ field: 'if_rent', message: rent.message });
  const place = await placeLookedUp({ postcode: raw['if_postcode'] ?? '' }, places);
  const zones = place.ok ? [Number(place.value['zone'])] : place.why.communes.map(({ zone }) => zone);
  // communes that share a zone give the same answer: no need to say which
  const zone = zones[0];
  const isSame = zones.length > 0 && zones.every((own) => own === zone);
  if (
    !isSame ||
    (zone !== 1 && zone !== 2 && zone !== 3) ||
    (!place.ok && place.why.fault.code === 'postcode_unknown')
  ) {
    const fault = place.ok ? { field: '', code: 'commune_missing' as const } : place.why.fault;
    errors.push({ field: 'if_postcode', message: faultWords(fault) });
    return { kind: 'move', errors, typed: raw };
  }
  return 'message' in rent ? { kind: 'move', errors, typed: raw } : { kind: 'move', rent: rent.value, zone };
}

async function readEvent(kind: string, raw: RawAnswer, places: Places): Promise<Event | WhatIfFault | null> {
  switch (kind) {
    case 'job': {
      const pay = readEuros(raw, 'if_salary');
      return 'message' in pay
        ? { kind, errors: [{ field: 'if_salary', message: pay.message }], typed: raw }
        : { kind, netSalary: pay.value };
    }
    case 'separation':
      return { kind: 'separation' };
    case 'birth':
      return { kind: 'birth' };
    case 'move':
      return readMove(raw, places);
    default:
      return null;
  }
}

const signed = (value: number) => {
  const size = roundEuros(Math.abs(value));
  if (Math.round(value) === 0) return m.aids_if_sentence_same();
  return value > 0 ? m.aids_if_sentence_more({ amount: size }) : m.aids_if_sentence_less({ amount: size });
};

/** What an event would change for a household; a fault when what was typed cannot be read; null when unknown. */
export async function whatIfView(
  kept: KeptAnswers,
  kind: string,
  raw: RawAnswer,
  month: number,
  places: Places
): Promise<WhatIfView | WhatIfFault | null> {
  const event = await readEvent(kind, raw, places);
  if (event === null || 'errors' in event) return event;
  const found = outcomeOf(kept, month);
  if (!found.ok) return null;
  const { ownBefore, ownAfter, aidsBefore, aidsAfter, changed } = compare(
    found.value.household,
    event,
    month
  );
  // a move is judged by what is left once the rent is paid
  const rent =
    event.kind === 'move' ? { before: found.value.household.housing.rent ?? 0, after: event.rent } : null;
  const rentChange = rent ? rent.after - rent.before : 0;
  const [wholeBefore, wholeAfter] = [ownBefore + aidsBefore, ownAfter + aidsAfter];
  return {
    kind: event.kind,
    title: TITLE[event.kind](),
    sentence: signed(wholeAfter - wholeBefore - rentChange),
    rows: [
      row(m.aids_if_own(), ownBefore, ownAfter),
      ...changed.map(({ key, before, after }) => row(AID_NAME[key](), before, after)),
      row(m.aids_if_all_aids(), aidsBefore, aidsAfter),
      row(m.aids_if_total(), wholeBefore, wholeAfter, rent === null),
      ...(rent
        ? [
            row(m.aids_if_rent(), rent.before, rent.after),
            row(m.aids_if_rent_paid(), wholeBefore - rent.before, wholeAfter - rent.after, true)
          ]
        : [])
    ]
  };
}

const row = (header: string, before: number, after: number, strong = false) => ({
  header,
  cells: [roundEuros(before), roundEuros(after)],
  strong
});
