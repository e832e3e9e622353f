import type { Sql, TransactionSql } from 'postgres';

/** How big the portfolio should be. */
export interface PortfolioSize {
  readonly cases: number;
  /** Each follows as many cases; the worklist shows where something is promised. */
  readonly referents: number;
}

/** How many debts a case has, on average two and a half. */
const DEBTS = [1, 2, 3, 4];

/**
 * Fills the database up to a size with invented cases, by whole statements: `owner` signs in as the owner of the
 * schema. What is there already stays. One case in three has something promised, as on an ordinary day.
 */
export async function growPortfolio(owner: Sql, size: PortfolioSize): Promise<void> {
  await owner.begin(async (sql) => {
    await sql`select app.say('system', null, null, null)`;
    await insertStaff(sql, size.referents);
    await insertCases(sql, size);
    for (const [index] of DEBTS.entries()) await insertDebts(sql, index);
  });
  await owner`analyze`;
}

/** The first referent of the invented portfolio. */
export async function firstReferent(owner: Sql): Promise<string> {
  const [row] = await owner<{ id: string }[]>`select id from staff where email = 'bench-1@exemple.fr'`;
  if (!row) throw new Error('The portfolio was not made');
  return row.id;
}

/** Cases of the invented portfolio that somebody follows. */
export async function someCases(owner: Sql, count: number): Promise<string[]> {
  return owner.begin(async (sql) => {
    await sql`select app.say('system', null, null, null)`;
    const rows = await sql<{ id: string }[]>`
      select id from case_files where reference like 'BENCH-%' order by reference limit ${count}`;
    return rows.map(({ id }) => id);
  });
}

async function insertStaff(sql: TransactionSql, referents: number): Promise<void> {
  await sql`
    insert into teams (id, name, created_at)
    select gen_random_uuid(), 'Équipe ' || n, now() from generate_series(1, ${Math.ceil(referents / 10)}::int) n
    on conflict (name) do nothing`;
  await sql`
    insert into staff (id, team_id, role, email, first_name, last_name, password_hash, totp_secret_sealed, created_at)
    select gen_random_uuid(), t.id, 'referent', 'bench-' || n || '@exemple.fr', 'Camille', 'Référente ' || n, 'x', 'x', now()
    from generate_series(1, ${referents}::int) n join teams t on t.name = 'Équipe ' || (1 + (n - 1) / 10)
    on conflict (email) do nothing`;
}

async function insertCases(sql: TransactionSql, { cases, referents }: PortfolioSize): Promise<void> {
  const perReferent = Math.floor(cases / referents);
  await sql`
    create temporary table fresh on commit drop as
    select gen_random_uuid() as id, 'BENCH-' || lpad(n::text, 7, '0') as reference, n, s.id as staff_id, s.team_id
    from generate_series(1, ${cases}::int) n
    join staff s on s.email = 'bench-' || least(1 + (n - 1) / ${perReferent}::int, ${referents}::int) || '@exemple.fr'
    where not exists (select from case_references r where r.reference = 'BENCH-' || lpad(n::text, 7, '0'))`;
  await sql`
    insert into case_files (id, reference, team_id, track, referent_id, identity, display_name, first_name, city,
      territory, time_zone, need, need_rank, reply_due_at, awaiting_reply_since, created_at, updated_at)
    select id, reference, team_id, 'oxygene', staff_id, 'confirmed', 'Claude Personne ' || n, 'Claude', 'Rennes', '35',
      'Europe/Paris', 'understand', 10 * (n % 9), case when n % 3 = 0 then now() + make_interval(hours => n % 48) end,
      case when n % 3 = 0 then now() - make_interval(hours => n % 20) end, now(), now() from fresh`;
  await sql`insert into case_references (reference, case_id) select reference, id from fresh`;
  await sql`
    insert into debtors (case_id, id, title, last_name, first_name, birth_date, address, postcode, city, created_at, updated_at)
    select id, gen_random_uuid(), 'Mme', 'Personne ' || n, 'Claude', '1980-01-01', n || ' rue des Lilas', '35000', 'Rennes',
      now(), now() from fresh`;
}

async function insertDebts(sql: TransactionSql, index: number): Promise<void> {
  const [creditor = { id: '' }] = await sql<{ id: string }[]>`
    insert into creditors (id, name, created_at) values (gen_random_uuid(), ${`Banque Hermine ${index}`}, now())
    on conflict (name) do update set name = excluded.name returning id`;
  await sql`
    insert into debts (case_id, id, creditor_id, creditor_name, mandate_reference, contract_reference, kind, contract_on,
      first_unpaid_on, principal_cents, interest_cents, accessories_cents, paid_cents, letter_reference, letter_sent_on,
      limitation, created_at, updated_at)
    select f.id, gen_random_uuid(), ${creditor.id}, ${`Banque Hermine ${index}`}, 'M-106', ${`CR-${index}-`} || n,
      'consumer_credit', '2024-03-12', current_date - 270, 30000 + 7 * n % 90000, 1640, 0, 6000, 'L-' || n,
      current_date - 60, 'ok', now(), now() from fresh f where n % 4 >= ${index}::int`;
}
