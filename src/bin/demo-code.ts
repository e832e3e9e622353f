import path from 'node:path';
import { TOTP } from 'otpauth';
import { readSettings } from '../lib/server/platform/env';
import { StartupFailure } from '../lib/server/platform/startup-failure';
import type { DemonstrationAccess } from '../lib/server/db/seed';
import { DEMO_FILE, readDemonstration } from './start/demonstration-access';
import { runProgram, say } from './start/say';

await runProgram(async () => {
  const { referent, supervisor, secondSupervisor } = readAccess(readSettings().dataDir);
  for (const { email, totpSecret } of [referent, supervisor, secondSupervisor]) {
    const totp = new TOTP({ secret: totpSecret });
    const secondsLeft = Math.ceil(totp.remaining() / 1000);
    say(`${email} : ${totp.generate()} (encore ${secondsLeft} s)`);
  }
});

function readAccess(dataDir: string): DemonstrationAccess {
  try {
    return readDemonstration(dataDir);
  } catch {
    throw new StartupFailure(
      `Il n’y a pas de démonstration ici (${path.join(dataDir, DEMO_FILE)} manque) : lancez d’abord « npm start » sans DATABASE_URL.`
    );
  }
}
