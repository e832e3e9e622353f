import type { FormError } from '$lib/ui/form-error';
import type { PageData } from './$types';

/** What each form of this page is given. */
export interface FollowFormProps {
  readonly follow: PageData['follow'];
  /** The id of the command. */
  readonly command: string;
  readonly errors: readonly FormError[];
  /** What was typed, when it was refused. */
  readonly values: Readonly<Record<string, string | string[]>> | undefined;
}
