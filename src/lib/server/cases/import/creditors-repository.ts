import { sql } from 'drizzle-orm';
import type { PortfolioRow } from '$lib/cases';
import type { Transaction } from '../../db';
import { newId } from '../../platform/ids';

/**
 * The creditors and mandates that a run has met. There are few of them and they come again on each line, so the
 * database is asked once for each; what it answered is kept only when its transaction was kept.
 */
export class CreditorRegister {
  readonly #ids = new Map<string, string>();
  readonly #mandates = new Set<string>();

  /** The id of the creditor of each name in the lines; creditors and mandates are made when missing. */
  async idsFor(
    tx: Transaction,
    rows: readonly PortfolioRow[],
    at: Date
  ): Promise<{ readonly ids: ReadonlyMap<string, string>; keep(): void }> {
    const names = [...new Set(rows.map((row) => row.creditorName))].filter((name) => !this.#ids.has(name));
    const found = names.length > 0 ? await registerCreditors(tx, names, at) : new Map<string, string>();
    const ids = new Map([...this.#ids, ...found]);
    const mandates = new Map<string, { creditor_id: string; reference: string }>();
    for (const { creditorName, mandateReference } of rows) {
      const key = `${creditorName}\u0001${mandateReference}`;
      const creditorId = ids.get(creditorName);
      if (creditorId !== undefined && !this.#mandates.has(key))
        mandates.set(key, { creditor_id: creditorId, reference: mandateReference });
    }
    if (mandates.size > 0) await registerMandates(tx, [...mandates.values()], at);
    const keep = () => {
      for (const [name, id] of found) this.#ids.set(name, id);
      for (const key of mandates.keys()) this.#mandates.add(key);
    };
    return { ids, keep };
  }
}

async function registerCreditors(
  tx: Transaction,
  names: readonly string[],
  at: Date
): Promise<Map<string, string>> {
  const rows = names.map((name) => ({ id: newId<'creditor'>(at), name }));
  await tx.execute(sql`
    insert into creditors (id, name, created_at)
    select id, name, ${at.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (id uuid, name text)
    on conflict (name) do nothing`);
  const found = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from creditors
    where name = any (array(select json_array_elements_text(${JSON.stringify(names)}::json)))`);
  return new Map(found.map(({ id, name }) => [name, id]));
}

async function registerMandates(
  tx: Transaction,
  mandates: readonly { creditor_id: string; reference: string }[],
  at: Date
): Promise<void> {
  const rows = mandates.map((mandate) => ({ id: newId<'mandate'>(at), ...mandate }));
  await tx.execute(sql`
    insert into mandates (id, creditor_id, reference, created_at)
    select id, creditor_id, reference, ${at.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (id uuid, creditor_id uuid, reference text)
    on conflict (creditor_id, reference) do nothing`);
}
