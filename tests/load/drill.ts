/**
 * Tries what is done seldom and must not fail: `npm run drill -- [--only NAME]...`. Each works on data of its
 * own. Prints a table; exits with 1 when a target is missed. What this machine does not allow is said, and is no failure.
 */
import { parseArgs } from 'node:util';
import { isMet, table, type Figure } from './bench/figure';
import { drillBackup } from './drill/backup-section';
import { drillFullDisk } from './drill/disk-section';
import { drillDump } from './drill/dump-section';
import { drillKills } from './drill/kill-section';
import { drillMoment } from './drill/moment-section';
import { NotPossibleHere } from './drill/not-possible-here';
import { drillRolling } from './drill/rolling-section';
import { drillStandby } from './drill/standby-section';

const SECTIONS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  backup: drillBackup,
  dump: drillDump,
  moment: drillMoment,
  standby: drillStandby,
  rolling: drillRolling,
  kill: drillKills,
  disk: drillFullDisk
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const chosen = values.only ?? Object.keys(SECTIONS);
const unknown = chosen.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
  console.error(`No such drill: ${unknown.join(', ')}. There are ${Object.keys(SECTIONS).join(', ')}.`);
  process.exit(1);
}

const figures: Figure[] = [];
const notes: string[] = [];
let isBroken = false;
for (const name of chosen) {
  console.log(`Drilling: ${name}…`);
  try {
    figures.push(...(await SECTIONS[name]!()));
  } catch (error) {
    const isPossible = !(error instanceof NotPossibleHere);
    isBroken ||= isPossible;
    notes.push(
      `${isPossible ? '✗' : '–'} ${name}: ${error instanceof Error ? error.message : String(error)}`
    );
  }
}
if (figures.length > 0) console.log(`\n${table(figures)}`);
for (const note of notes) console.log(`\n${note}`);
process.exit(isBroken || figures.some((figure) => isMet(figure) === false) ? 1 : 0);
