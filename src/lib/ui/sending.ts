import { getContext, setContext } from 'svelte';

/** What an ActionForm tells the buttons inside it. */
export interface Sending {
  /** The button whose press is on its way to the server; null when nothing is. */
  readonly by: HTMLElement | null;
}

// `createContext` throws where nobody offered it: an error made, with its stack, for each button outside of a form
const KEY = Symbol('sending');

/** Called by a form: its buttons will see `sending`. */
export const offerSending = (sending: Sending): Sending => setContext(KEY, sending);

/** Called by a button: the form around it, or null outside of any. */
export const sendingAround = (): Sending | null => getContext<Sending | undefined>(KEY) ?? null;
