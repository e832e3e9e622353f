import type { Sql } from 'postgres';
import { NOTHING_ANSWERED, type KeptAnswers } from '../../../src/lib/aids';
import { vault } from '../../../src/lib/server/platform/runtime';

const AT_ONCE = 5_000;

/** A household as a person typed it, one of many: alone or with children, with or without wages, with a rent. */
function answersOf(index: number): KeptAnswers {
  const children = index % 4;
  const wage = (index * 137) % 2_600;
  const isEmployed = index % 3 !== 0;
  const raws = {
    scope: { scope: 'none' },
    couple: { couple: 'no' },
    children:
      children === 0
        ? { children: 'no' }
        : { children: 'yes', ages: ['6', '6, 9', '2, 6, 14'][children - 1]! },
    age: { age_0: String(24 + (index % 38)) },
    activity: { activity_0: isEmployed ? 'employed' : 'inactive' },
    income: isEmployed ? { net_salary_0: `${200 + wage},50 €` } : {},
    housing: { housing: index % 2 ? 'hlm' : 'private_unfurnished' },
    rent: { rent: String(320 + (index % 400)) },
    place: { postcode: '35000', insee: '35238', commune: 'Rennes', departement: '35', zone: '2' },
    pregnant: { pregnant: 'no' },
    disability: { disability_0: 'none' },
    separated: { separated: 'no' },
    flatshare: { flatshare: 'alone' }
  };
  const passed = Object.entries(raws).map(
    ([screen, raw]) => ({ screen, raw }) as KeptAnswers['passed'][number]
  );
  return { ...NOTHING_ANSWERED, passed };
}

/** Puts cases with saved, sealed answers into the database; everyone agreed to be told. */
export async function insertProfiles(owner: Sql, count: number): Promise<void> {
  const teamId = crypto.randomUUID();
  await owner`insert into teams (id, name, created_at) values (${teamId}, 'Équipe des profils', now())`;
  for (let from = 0; from < count; from += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, count - from) }, () => crypto.randomUUID());
    const sealed = ids.map((id, place) =>
      vault().seal(JSON.stringify(answersOf(from + place)), `aid_profiles.answers:${id}`)
    );
    await owner.begin(async (sql) => {
      await sql`select app.say('system', null, null, null)`;
      await sql`
        insert into case_files (id, reference, team_id, track, identity, display_name, first_name, city, territory,
          time_zone, created_at, updated_at)
        select id, 'PROFIL-' || id, ${teamId}, 'oxygene', 'confirmed', 'Claude Personne', 'Claude', 'Rennes', '35',
          'Europe/Paris', now(), now() from unnest(${ids}::uuid[]) as id`;
      await sql`
        insert into aid_profiles (case_id, id, answers_sealed, tells_referent, wants_news, updated_at)
        select id, id, sealed, false, true, now()
        from unnest(${ids}::uuid[], ${sealed}::text[]) as row (id, sealed)`;
    });
  }
  await owner`analyze aid_profiles`;
}
