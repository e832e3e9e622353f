import type { Actor } from '$lib/access';
import { readMonth } from '$lib/aids';
import { localDate, ok, parseIsoDate, refused, type LocalDate, type Result } from '$lib/kernel';
import { recordStaffAudit } from '../../audit';
import { enter } from '../../db';
import { newId } from '../../platform/ids';
import { now } from '../../platform/runtime';
import { numbersOf, parameterSchema, type ParameterEntry, type ValueFault } from '../parameter-schema';
import { dayInFrance } from './day-in-france';
import { parametersNow } from './law-as-published';
import type { RevisionId } from './revision';
import { insertProposal, selectPublished } from './revision-repository';

/** A new value or scale of a parameter, as it was typed. */
export interface ParameterChange {
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  /** One for each row; one when there are none. */
  readonly numbers: readonly number[];
  /** It corrects the value in force from the same day, instead of adding one. */
  readonly corrects: boolean;
  readonly law: string;
  readonly url: string;
  readonly checked: string;
  readonly reason: string;
}

/** What is wrong with a field of a proposal. */
export interface ChangeFault {
  readonly field: 'from' | 'numbers' | 'law' | 'url' | 'checked' | 'reason';
  readonly code:
    | ValueFault['fault']
    | 'not_a_day'
    | 'month_not_covered'
    | 'law_missing'
    | 'url_not_a_link'
    | 'checked_in_future'
    | 'checked_before_known'
    | 'reason_missing'
    | 'nothing_to_correct'
    | 'nothing_changes';
}

/** Why a change of a parameter is not taken. */
export type ParameterChangeRefusal =
  | { readonly code: 'parameter_unknown' }
  | { readonly code: 'not_valid'; readonly faults: readonly ChangeFault[] };

/** A reason shorter than this explains nothing. */
export const SHORTEST_REASON = 10;

const FIELD_OF: Readonly<Record<string, ChangeFault>> = {
  law: { field: 'law', code: 'law_missing' },
  url: { field: 'url', code: 'url_not_a_link' },
  checked: { field: 'checked', code: 'not_a_day' }
};
const ABOUT_DAYS = new Set<ValueFault['fault']>(['ends_before_start', 'two_values', 'overlap', 'gap']);

function fieldOf(fault: ValueFault['fault']): ChangeFault['field'] {
  return ABOUT_DAYS.has(fault) ? 'from' : 'numbers';
}

/** The entry with the change in it. */
function entryWith(known: ParameterEntry, change: ParameterChange): unknown {
  const { from, numbers, corrects, law, url, checked } = change;
  const value = known.rows ? { scale: [...numbers] } : { value: numbers[0] };
  const others = known.values.filter((one) => !corrects || one.from !== from);
  const values = [...others, { from, ...value }];
  return { ...known, law, url, checked, values: values.sort((a, b) => b.from.localeCompare(a.from)) };
}

function schemaFaults(entry: unknown): ChangeFault[] {
  const read = parameterSchema.safeParse(entry);
  if (read.success) return [];
  return read.error.issues.map((issue): ChangeFault => {
    const fault = issue.code === 'custom' ? (issue.params as ValueFault | undefined)?.fault : undefined;
    if (fault) return { field: fieldOf(fault), code: fault };
    if (issue.path.includes('from')) return { field: 'from', code: 'not_a_day' };
    const own = FIELD_OF[String(issue.path[0])];
    if (own) return own;
    return { field: 'numbers', code: 'wrong_length' };
  });
}

function sameNumbers(known: ParameterEntry, { from, numbers, corrects }: ParameterChange): boolean {
  const own = known.values.find((value) => value.from === from);
  return corrects && own !== undefined && numbersOf(own).every((one, row) => one === numbers[row]);
}

function faultsOf(known: ParameterEntry, change: ParameterChange, today: LocalDate): readonly ChangeFault[] {
  const faults: ChangeFault[] = [];
  const { from, corrects, checked, reason, numbers } = change;
  if (parseIsoDate(from) === null) faults.push({ field: 'from', code: 'not_a_day' });
  else if (!readMonth(from.slice(0, 7)).ok) faults.push({ field: 'from', code: 'month_not_covered' });
  else if (corrects && !known.values.some((value) => value.from === from))
    faults.push({ field: 'from', code: 'nothing_to_correct' });
  if (numbers.length !== (known.rows?.length ?? 1) || numbers.some((number) => !Number.isFinite(number)))
    faults.push({ field: 'numbers', code: 'wrong_length' });
  if (parseIsoDate(checked) !== null && checked > today)
    faults.push({ field: 'checked', code: 'checked_in_future' });
  else if (parseIsoDate(checked) !== null && checked < known.checked)
    faults.push({ field: 'checked', code: 'checked_before_known' });
  if (reason.trim().length < SHORTEST_REASON) faults.push({ field: 'reason', code: 'reason_missing' });
  // the schema judges days only once the rest is right: with the rest as known, both are told at once
  const { law, url } = known;
  const numbersOnly = numbers.map((number) => (Number.isFinite(number) ? number : 0));
  const daysOnly = { ...change, law, url, checked: known.checked, numbers: numbersOnly };
  for (const fault of [change, daysOnly].flatMap((one) => schemaFaults(entryWith(known, one))))
    if (!faults.some(({ field }) => field === fault.field)) faults.push(fault);
  if (
    faults.length === 0 &&
    sameNumbers(known, change) &&
    known.law === change.law &&
    known.url === change.url
  )
    faults.push({ field: 'numbers', code: 'nothing_changes' });
  return faults;
}

/** Proposes a new value or scale of a parameter from a day. Nothing changes until somebody else publishes it. */
export async function proposeParameterChange(
  actor: Actor,
  change: ParameterChange
): Promise<Result<RevisionId, ParameterChangeRefusal>> {
  const at = now();
  return enter(
    actor,
    { permission: 'law_watch.propose' },
    async (tx): Promise<Result<RevisionId, ParameterChangeRefusal>> => {
      if (actor.kind !== 'staff') throw new Error('Only staff propose');
      const known = parametersNow(await selectPublished(tx)).get(change.name);
      if (!known) return refused({ code: 'parameter_unknown' });
      const faults = faultsOf(known, change, dayInFrance(at));
      if (faults.length > 0) return refused({ code: 'not_valid', faults });
      const after = parameterSchema.parse(entryWith(known, change));
      const id = newId<'law-revision'>(at);
      await insertProposal(tx, {
        id,
        revised: { subject: 'parameter', key: change.name, before: known, after },
        inForceOn: localDate(change.from),
        reason: change.reason.trim(),
        proposedBy: actor.staffId,
        proposedByName: actor.name,
        proposedAt: at
      });
      const detail = { revisionId: id, subject: 'parameter', key: change.name, from: change.from };
      await recordStaffAudit(tx, actor, { action: 'law.proposed', detail }, at);
      return ok(id);
    }
  );
}
