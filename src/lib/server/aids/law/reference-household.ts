import type { Household } from '$lib/aids';
import { REFERENCE_HOUSEHOLDS } from '../generated/law-watch';

/** A household changes are shown against; null when there is none of that name. */
export function referenceHousehold(id: string): Household | null {
  return REFERENCE_HOUSEHOLDS.find((household) => household.id === id)?.input ?? null;
}
