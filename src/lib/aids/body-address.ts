import type { BodyType } from './catalogue/vocabulary';

/** A body to ask, with the date its address was known to hold. */
export interface BodyAddress {
  readonly type: BodyType;
  readonly name: string;
  readonly address: string | null;
  readonly postcode: string;
  readonly city: string | null;
  /** The short national number where there is one, else the local one. */
  readonly phone: string | null;
  readonly url: string | null;
  /** By French day name; null unless they come from a source of 2022 or later. */
  readonly hours: Readonly<Record<string, string>> | null;
  /** From the commune, not from a door; null where a position is not known. */
  readonly distanceKm: number | null;
  /** A bus or a stand: it moves. */
  readonly isMobile: boolean;
  readonly source: string;
  /** Year, month or day. Old addresses must be shown with it. */
  readonly sourceDate: string;
  readonly licence: string;
}

/** The nearest body of each type that serves a commune; a type without one is left out. */
export type NearestBodies = Readonly<Partial<Record<BodyType, BodyAddress>>>;

const COMMUNE_CODE = /^(\d{5}|2[AB]\d{3})$/;

/** Whether a text is written as the INSEE code of a commune; it may still not exist. */
export function isCommuneCode(text: string): boolean {
  return COMMUNE_CODE.test(text);
}
