/**
 * The script of the simulator's pages. It waits until she begins, then fetches what answers on the phone; the page the
 * server made stays until the first answer is there.
 */
import { m } from '$lib/i18n';
import { registerServiceWorker } from '$lib/ui/register-service-worker';
import { keepForOffline } from '../keep-for-offline';
import { readFromPhone } from '../kept-on-phone';
import type { ToldSimulator } from '../told-simulator';
import { isForServer, pressOf } from './press';

const place = document.querySelector<HTMLElement>('[data-simulator]');
if (place?.dataset.simulator) serve(place, JSON.parse(place.dataset.simulator) as ToldSimulator);

function serve(target: HTMLElement, told: ToldSimulator): void {
  const form = target.querySelector('form');
  const live = () => import('./live');
  // what she went back and forth through is gone with the page
  history.replaceState(null, '');
  for (const line of target.querySelectorAll<HTMLElement>('[data-posted]')) line.hidden = true;
  for (const line of target.querySelectorAll<HTMLElement>('[data-local]')) line.hidden = false;
  // the finger is down: what answers is fetched meanwhile
  for (const sign of ['pointerdown', 'keydown'])
    form?.addEventListener(sign, () => void live().catch(() => undefined), { once: true });
  form?.addEventListener('submit', (event) => {
    if (isForServer(event)) return;
    event.preventDefault();
    const press = pressOf(event);
    tell(target, m.aids_page_loading());
    live()
      .then(({ comeAlive }) => comeAlive(target, told, press))
      .catch(() => tell(target, m.aids_page_unloaded()));
  });
  if (told.file === null) {
    registerServiceWorker();
    void keepForOffline();
    const keptBefore = readFromPhone();
    if (keptBefore) void live().then(({ comeAlive }) => comeAlive(target, told, null));
  }
}

/** Said in the page, under the button that was pressed. */
function tell(target: HTMLElement, words: string): void {
  const line = target.querySelector<HTMLElement>('[data-told]');
  if (line) line.textContent = words;
}
