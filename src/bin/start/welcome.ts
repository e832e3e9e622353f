import type { Settings } from '../../lib/server/platform/env';
import type { DemonstrationAccess } from '../../lib/server/db/seed';
import { DEMO_FILE, MORE_DEMO_FILE } from './demonstration-access';

/** What the start program prints once the product answers. */
export function welcome(settings: Settings, demonstration: DemonstrationAccess | null): string {
  const lines = ['', `Oxygène est prêt : ${settings.origin}`, ''];
  if (demonstration) lines.push(...demonstrationLines(settings, demonstration), '');
  lines.push(
    settings.smtpUrl === null
      ? `Courrier sortant : rien ne part, tout se lit sur ${settings.origin}/bureau/courrier`
      : `Courrier sortant : envoyé par SMTP, suivi sur ${settings.origin}/bureau/courrier`
  );
  const isOneWayOnly = (settings.smtpUrl === null) !== (settings.smsUrl === null);
  if (isOneWayOnly)
    lines.push(
      settings.smsUrl === null
        ? 'SMS : gardés au même endroit, faute de SMS_URL'
        : 'SMS : envoyés par SMS_URL'
    );
  if (settings.database.kind === 'external' && settings.dataKeys === null) {
    lines.push(
      `Clés de chiffrement : ${settings.dataDir}/keys. Gardez-en une copie, ou donnez-les dans DATA_KEYS.`
    );
  }
  lines.push('Arrêter : Ctrl+C');
  return lines.join('\n');
}

function demonstrationLines(
  settings: Settings,
  { debtor, referent, supervisor, secondSupervisor }: DemonstrationAccess
): string[] {
  return [
    'Démonstration (personnes inventées) :',
    `  Débitrice    référence ${debtor.reference}, code de la lettre ${debtor.letterCode}`,
    `               née le ${frenchDay(debtor.birthDate)}, code postal ${debtor.postcode}`,
    `               ou ce lien, valable 72 heures : ${debtor.link}`,
    `  Référente    ${signIn(referent)}`,
    `  Supervision  ${signIn(supervisor)}`,
    `               ${signIn(secondSupervisor)}`,
    `               entrée du bureau : ${settings.origin}/bureau`,
    '  Code à six chiffres, sans téléphone : npm run demo:code',
    `  Le tout est aussi dans ${settings.dataDir}/${DEMO_FILE} et ${MORE_DEMO_FILE}`
  ];
}

function signIn({ email, password }: DemonstrationAccess['referent']): string {
  return `${email}, mot de passe ${password}`;
}

function frenchDay(isoDay: string): string {
  return isoDay.split('-').reverse().join('/');
}
