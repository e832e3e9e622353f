import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TOTP } from 'otpauth';
import { readSettings } from '../lib/server/platform/env';
import { StartupFailure } from '../lib/server/platform/startup-failure';
import type { DemonstrationAccess } from '../lib/server/db/seed';
import { runProgram, say } from './start/say';

await runProgram(async () => {
  const { referent, supervisor, secondSupervisor } = readAccess(
    path.join(readSettings().dataDir, 'demo.json')
  );
  for (const { email, totpSecret } of [referent, supervisor, secondSupervisor]) {
    const totp = new TOTP({ secret: totpSecret });
    const secondsLeft = Math.ceil(totp.remaining() / 1000);
    say(`${email} : ${totp.generate()} (encore ${secondsLeft} s)`);
  }
});

function readAccess(file: string): DemonstrationAccess {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DemonstrationAccess;
  } catch {
    throw new StartupFailure(
      `Il n’y a pas de démonstration ici (${file} manque) : lancez d’abord « npm start » sans DATABASE_URL.`
    );
  }
}
