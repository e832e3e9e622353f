import { spreadsheetFile } from '$lib/cases';
import { m } from '$lib/i18n';
import { clockAt } from '../time-windows';
import { ruleOf, titleOf, type RegisterEntry } from './register-lines';

/**
 * The register as a file for a spreadsheet, the same for the person and for who follows her: a head, then one line for each
 * contact and attempt, newest first, with day and hour on her own clock.
 */
export function registerFile(entries: readonly RegisterEntry[], timeZone: string): string {
  const head = [
    m.contacts_file_day(),
    m.contacts_file_hour(),
    m.contacts_file_what(),
    m.contacts_file_rule(),
    m.contacts_too_much()
  ];
  const newestFirst = [...entries].sort((a, b) => b.at.getTime() - a.at.getTime());
  return spreadsheetFile([head, ...newestFirst.map((entry) => cellsOf(entry, timeZone))]);
}

/** The name of the file: the day it was made, and nothing of the person. */
export function registerFileName(madeOn: string): string {
  return `registre-${madeOn}.csv`;
}

function cellsOf(entry: RegisterEntry, timeZone: string): string[] {
  const { day, time } = clockAt(entry.at, timeZone);
  const tooMuchOn = entry.tooMuchAt ? clockAt(entry.tooMuchAt, timeZone).day : '';
  // paper leaves on a day, not at an hour
  return [day, entry.channel === 'letter' ? '' : time, titleOf(entry), ruleOf(entry), tooMuchOn];
}
