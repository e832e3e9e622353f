import type { CommandId } from '$lib/kernel';
import type { Command } from '../audit';

/** The command a form carries, for a use case; undefined when the form carries none. */
export function commandOf(commandId: CommandId | undefined, input: unknown): Command | undefined {
  return commandId && { id: commandId, input };
}
