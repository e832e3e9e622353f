import { parseArgs } from 'node:util';
import { renderUnicodeCompact } from 'uqr';
import { groupedCode, systemActor, type StaffRole } from '../lib/access';
import { passwordWords } from '../lib/access/ui/password-words';
import { m } from '../lib/i18n';
import { addStaff, type AddedStaff } from '../lib/server/access';
import { openDatabase, useDatabase } from '../lib/server/db';
import { makeVault } from '../lib/server/platform/crypto';
import { useVault } from '../lib/server/platform/runtime';
import { StartupFailure } from '../lib/server/platform/startup-failure';
import { openHouse } from './start/open-house';
import { readPassword } from './start/read-password';
import { runProgram, say } from './start/say';

const ROLES: readonly string[] = ['referent', 'adviser', 'supervisor'] satisfies StaffRole[];

await runProgram(async () => {
  const person = readCommand();
  const password = await readPassword(m.access_program_password());
  const house = await openHouse();
  const database = openDatabase({ url: house.runtime.appUrl, prepare: house.runtime.prepare, poolSize: 2 });
  useDatabase(database);
  useVault(makeVault(house.runtime.dataKeys));
  try {
    const added = await addStaff(systemActor('staff-add'), { ...person, password });
    if (!added.ok) {
      throw new StartupFailure(
        added.why.code === 'email_taken'
          ? m.access_program_email_taken({ email: person.email })
          : passwordWords(added.why)
      );
    }
    tell(person.email, added.value);
  } finally {
    await database.close();
    await house.close();
  }
});

function readCommand() {
  const option = { type: 'string' } as const;
  const names = { email: option, 'first-name': option, 'last-name': option, role: option, team: option };
  let values: Partial<Record<keyof typeof names, string>>;
  try {
    values = parseArgs({ options: names }).values;
  } catch {
    throw new StartupFailure(m.access_program_usage());
  }
  const email = values.email?.trim() ?? '';
  const firstName = values['first-name']?.trim();
  const lastName = values['last-name']?.trim();
  const teamName = values.team?.trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || !firstName || !lastName || !teamName) {
    throw new StartupFailure(m.access_program_usage());
  }
  if (!isRole(values.role)) throw new StartupFailure(m.access_program_roles({ roles: ROLES.join(', ') }));
  return { email, firstName, lastName, teamName, role: values.role };
}

function isRole(text: string | undefined): text is StaffRole {
  return text !== undefined && ROLES.includes(text);
}

function tell(email: string, added: AddedStaff): void {
  say(m.access_program_added({ email }));
  say();
  say(m.access_program_scan());
  say(renderUnicodeCompact(added.totpAddress));
  say(added.totpAddress);
  say();
  say(m.access_program_recovery());
  for (const code of added.recoveryCodes) say(`  ${groupedCode(code)}`);
}
