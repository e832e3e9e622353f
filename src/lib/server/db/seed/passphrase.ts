import { vault } from '../../platform/runtime';

const WORDS = (
  'abricot aiguille amande ardoise aube balise bambou berge bleuet bobine boussole brise brume cabane cairn canoe ' +
  'cerise chêne clairière colline comète corail coquille dune écluse écorce embrun érable étang falaise fenêtre ' +
  'feuille fougère galet girafe glycine granit hamac hibou horizon jardin lagune lanterne lavande lierre loutre ' +
  'mésange mirabelle mousse noisette nuage osier pelote phare plume prairie rivage roseau sable sentier tilleul ' +
  'tuile velours verger'
).split(' ');
const LENGTH = 6;

/**
 * A passphrase of six words for a demonstration account. It follows from the data key, so it is the same at each start
 * here and another one everywhere else: nothing to sign in with stands in the sources.
 */
export function demonstrationPassphrase(email: string): string {
  const bytes = Buffer.from(vault().fingerprint(email, 'demonstration-passphrase'), 'base64url');
  return Array.from(bytes.subarray(0, LENGTH), (byte) => WORDS[byte % WORDS.length]).join(' ');
}
