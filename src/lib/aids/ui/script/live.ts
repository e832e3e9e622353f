import type { RawAnswer } from '$lib/aids';
import { mount } from 'svelte';
import LiveSimulator from '../LiveSimulator.svelte';
import { keepForOffline } from '../keep-for-offline';
import { forgetServedLetter } from '../letter-alone';
import type { ToldSimulator } from '../told-simulator';
import { answered, firstView } from './answered';

let isAlive = false;

/**
 * Puts the moving simulator in the place of the one the server made, at the answer to a press; without a press at the
 * view the page came with. Fails when something cannot be loaded: the page stays as it was.
 */
export async function comeAlive(
  target: HTMLElement,
  told: ToldSimulator,
  press: RawAnswer | null
): Promise<void> {
  const view = press ? await answered(press, told) : await firstView(told);
  if (isAlive) return;
  isAlive = true;
  target.replaceChildren();
  forgetServedLetter();
  mount(LiveSimulator, { target, props: { told, view, isFirst: press === null } });
  void keepForOffline();
}
