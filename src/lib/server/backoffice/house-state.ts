import { readSettings, type Settings } from '../platform/env';

/** What the desk must know of how the house runs. */
export interface HouseState {
  /** The database came with the program: it is there to try things, on this machine. */
  readonly isTrial: boolean;
  /** No mail gateway is set: e-mails are kept and shown instead of sent. */
  readonly isMailKept: boolean;
}

let settings: Settings | undefined;

/** How the house runs. Settings do not change while a process lives, so they are read once. */
export function houseState(): HouseState {
  settings ??= readSettings();
  return { isTrial: settings.isDemonstration, isMailKept: settings.smtpUrl === null };
}
