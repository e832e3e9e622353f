import type { NearestBodies, Places } from '$lib/aids';
import type { Cents, LocalDate } from '$lib/kernel';

/** What is known around a simulation besides its answers. */
export interface Surroundings {
  /** Her own day. */
  readonly today: LocalDate;
  /** What is left each month once charges are paid, if she said it; null when unknown. */
  readonly leftOverCents: Cents | null;
  /** Somebody claims money from her: she came in by a letter of ours. */
  readonly inDebt: boolean;
  /** Where the files of territory and local aids come from. */
  readonly places: Places;
  /** The nearest bodies of a commune; null when out of reach. */
  readonly bodies: (insee: string) => Promise<NearestBodies | null>;
  /** Whether to ask for them: on the phone only once she wishes, since the code of her commune is sent. */
  readonly wantsBodies: boolean;
}
