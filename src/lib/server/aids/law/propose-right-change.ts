import type { Actor } from '$lib/access';
import { openCatalogue, type Condition, type Right } from '$lib/aids';
import { localDate, ok, parseIsoDate, refused, type Result } from '$lib/kernel';
import { recordStaffAudit } from '../../audit';
import { enter } from '../../db';
import { newId } from '../../platform/ids';
import { now } from '../../platform/runtime';
import { rightSchema } from '../right-schema';
import { dayInFrance } from './day-in-france';
import { rightsAsCompiled, rightsNow } from './law-as-published';
import { SHORTEST_REASON } from './propose-parameter-change';
import type { RevisionId } from './revision';
import { insertProposal, selectPublished } from './revision-repository';
import { unknownPlaces } from './unknown-places';

/** A right as it was typed: new, changed, or `right` null when it exists no more. */
export interface RightChange {
  readonly id: string;
  /** What the schema of the catalogue reads; null: it exists no more. */
  readonly right: Readonly<Record<string, unknown>> | null;
  readonly isNew: boolean;
  /** The day from which it is so, `YYYY-MM-DD`. */
  readonly from: string;
  readonly reason: string;
}

/** What is wrong with a field: its path in the record (`ask.place`), `from` or `reason`. */
export interface RightFault {
  readonly field: string;
  readonly code:
    | 'not_a_day'
    | 'reason_missing'
    | 'id_taken'
    | 'situation_unknown'
    | 'nothing_changes'
    | 'too_long'
    | 'replaces_unknown'
    | 'place_unknown'
    | 'not_in_schema';
}

/** Why a change of a right is not taken. */
export type RightChangeRefusal =
  { readonly code: 'right_unknown' } | { readonly code: 'not_valid'; readonly faults: readonly RightFault[] };

function situationsIn(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(situationsIn);
  if ('any' in condition) return condition.any.flatMap(situationsIn);
  if ('not' in condition) return situationsIn(condition.not);
  return 'situation' in condition ? [condition.situation] : [];
}

async function readRight(change: RightChange): Promise<{ right: Right | null; faults: RightFault[] }> {
  if (change.right === null) return { right: null, faults: [] };
  const read = rightSchema.safeParse({ ...change.right, id: change.id });
  if (!read.success) {
    const faults = new Map(read.error.issues.map((issue) => [fieldAt(issue.path), codeOf(issue)] as const));
    return { right: null, faults: [...faults].map(([field, code]) => ({ field, code })) };
  }
  const right = read.data as Right;
  const { SITUATIONS } = await openCatalogue();
  const isKnown = situationsIn(right.when).every((situation) => situation in SITUATIONS);
  return { right, faults: isKnown ? [] : [{ field: 'when', code: 'situation_unknown' }] };
}

function codeOf(issue: { readonly code: string; readonly origin?: string }): RightFault['code'] {
  return issue.code === 'too_big' && issue.origin === 'string' ? 'too_long' : 'not_in_schema';
}

const NESTED = new Set(['ask', 'scope', 'pays']);

function fieldAt([first, second]: readonly PropertyKey[]): string {
  const name = String(first ?? 'scope');
  return NESTED.has(name) && second !== undefined ? `${name}.${String(second)}` : name;
}

function ownFaults({ from, reason }: RightChange): RightFault[] {
  const faults: RightFault[] = [];
  if (parseIsoDate(from) === null) faults.push({ field: 'from', code: 'not_a_day' });
  if (reason.trim().length < SHORTEST_REASON) faults.push({ field: 'reason', code: 'reason_missing' });
  return faults;
}

/** Proposes a new right, other facts of one, or its end. Nothing changes until somebody else publishes it. */
export async function proposeRightChange(
  actor: Actor,
  change: RightChange
): Promise<Result<RevisionId, RightChangeRefusal>> {
  const at = now();
  return enter(
    actor,
    { permission: 'law_watch.propose' },
    async (tx): Promise<Result<RevisionId, RightChangeRefusal>> => {
      if (actor.kind !== 'staff') throw new Error('Only staff propose');
      const rights = await rightsNow(await selectPublished(tx));
      const before = rights.get(change.id)?.right ?? null;
      if (!change.isNew && before === null) return refused({ code: 'right_unknown' });
      const { right: after, faults } = await readRight(change);
      faults.push(...ownFaults(change));
      const isTaken = change.isNew && (before !== null || (await rightsAsCompiled()).has(change.id));
      if (after?.replaces?.some((other) => !rights.has(other)))
        faults.push({ field: 'replaces', code: 'replaces_unknown' });
      for (const list of await unknownPlaces(tx, after?.scope))
        faults.push({ field: `scope.${list}`, code: 'place_unknown' });
      if (isTaken) faults.push({ field: 'id', code: 'id_taken' });
      if (faults.length === 0 && sameJson(before, after))
        faults.push({ field: 'what', code: 'nothing_changes' });
      if (faults.length > 0) return refused({ code: 'not_valid', faults });
      const id = newId<'law-revision'>(at);
      await insertProposal(tx, {
        id,
        revised: { subject: 'right', key: change.id, before, after },
        inForceOn: localDate(change.from),
        reason: change.reason.trim(),
        proposedBy: actor.staffId,
        proposedByName: actor.name,
        proposedAt: at
      });
      const detail = { revisionId: id, subject: 'right', key: change.id, on: dayInFrance(at) };
      await recordStaffAudit(tx, actor, { action: 'law.proposed', detail }, at);
      return ok(id);
    }
  );
}

/** Whether two records say the same, whatever the order in which they say it: Postgres keeps its own. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return (
    Array.isArray(a) === Array.isArray(b) && [...names].every((name) => sameJson(left[name], right[name]))
  );
}
