import { createContext } from 'svelte';

/** What an ActionForm tells the buttons inside it. */
export interface Sending {
  /** The button whose press is on its way to the server; null when nothing is. */
  readonly by: HTMLElement | null;
}

const [read, write] = createContext<Sending>();

/** Called by a form: its buttons will see `sending`. */
export const offerSending = write;

/** Called by a button: the form around it, or null outside of any. */
export function sendingAround(): Sending | null {
  try {
    return read();
  } catch {
    // svelte throws when no parent offered the context, which only means a button outside of a form
    return null;
  }
}
