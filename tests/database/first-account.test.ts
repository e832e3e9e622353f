import { afterAll, expect, it } from 'vitest';
import { systemActor, type StaffActor } from '$lib/access';
import { addStaff } from '../../src/lib/server/access';
import { searchCases } from '../../src/lib/server/backoffice';
import { importPortfolio } from '../../src/lib/server/cases';
import { aLine, fileFolder, portfolioText, type PortfolioCells } from '../support/portfolio-file';
import { testProduct } from '../support/product';

const product = testProduct();
const files = fileFolder();
afterAll(() => files.close());

async function importCase(change: Partial<PortfolioCells>): Promise<void> {
  const path = files.write(portfolioText([aLine(change)]));
  const imported = await importPortfolio(systemActor('import'), { path });
  if (!imported.ok) throw new Error(imported.why.code);
  imported.value.close();
}

async function supervisorOf(teamName: string, email: string): Promise<StaffActor> {
  const [firstName, lastName, role] = ['Claire', 'Hamon', 'supervisor'] as const;
  const password = 'tuile canard velours brique ombre';
  const added = await addStaff(systemActor('staff-add'), {
    email,
    firstName,
    lastName,
    role,
    teamName,
    password
  });
  if (!added.ok) throw new Error(added.why.code);
  const { staffId, teamId } = added.value;
  return { kind: 'staff', staffId, role, teamId, name: `${firstName} ${lastName}`, firstName };
}

const found = async (who: StaffActor, reference: string) => {
  const cases = await searchCases(who, reference);
  return cases.ok && cases.value.length;
};

it('the first account finds the cases that came before it, whatever its team is called, and later ones follow', async () => {
  await importCase({});
  const rennes = await supervisorOf('Rennes', 'claire@exemple.fr');
  expect(await found(rennes, 'OX26-000001')).toBe(1);

  const brest = await supervisorOf('Brest', 'clara@exemple.fr');
  expect(await found(brest, 'OX26-000001')).toBe(0);

  await importCase({ reference_dossier: 'OX26-000002', reference_contrat: 'C2' });
  expect(await found(rennes, 'OX26-000002')).toBe(1);
  const teams = await product().sql`select name from teams order by created_at, name`;
  expect(teams.map(({ name }) => String(name)).sort()).toEqual(['Brest', 'Rennes']);
});

it('where nobody works any more, nobody gets new cases while others do', async () => {
  const [oldest] = await product().sql`select id from teams order by created_at limit 1`;
  await product().sql`update staff set active = false where team_id = ${oldest!.id as string}`;
  await importCase({ reference_dossier: 'OX26-000003', reference_contrat: 'C3' });
  const [team] = await product().sql`
    select count(s.id)::int as members from case_files c left join staff s on s.team_id = c.team_id and s.active
    where c.reference = 'OX26-000003'`;
  expect(team?.members).toBe(1);
});
