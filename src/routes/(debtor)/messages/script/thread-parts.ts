/** The parts of the page of messages that change while it is open. */

const THREAD = '/messages/fil';

const part = (root: ParentNode, name: string) => root.querySelector<HTMLElement>(`[data-part="${name}"]`);

/** Says how sending goes, to eyes and screen readers. */
export function say(words: string): void {
  const state = part(document, 'state');
  if (state) state.textContent = words;
}

/** Says that a message has left and by when somebody answers, in the words the page brought. */
export function sayItIsSent(): void {
  say(part(document, 'head')?.dataset.sent ?? '');
}

/** The line whose elders are shown; null on the newest ones. */
export function olderThan(): string | null {
  return new URLSearchParams(location.search).get('avant');
}

/**
 * Puts the thread, and who answers by when, as they are now in the place of those shown; nothing happens without network.
 * Read as a document, since the content policy lets no script turn text into markup.
 */
export async function readThreadAgain(): Promise<void> {
  const before = olderThan();
  const fresh = await readPage(before === null ? THREAD : `${THREAD}?avant=${encodeURIComponent(before)}`);
  if (!fresh) return;
  const said = part(document, 'head')?.dataset.sent;
  const wasSaid = said !== undefined && part(document, 'state')?.textContent.trim() === said;
  for (const name of ['head', 'thread']) {
    const [now, shown] = [part(fresh, name), part(document, name)];
    if (now && !shown?.isEqualNode(now)) shown?.replaceWith(document.importNode(now, true));
  }
  const help = document.getElementById('text-help');
  const { help: reader } = part(document, 'head')?.dataset ?? {};
  if (help && reader) help.textContent = reader;
  // who answers may have a name since
  if (wasSaid) sayItIsSent();
}

/** Shows what waits on this phone, in the page's own blank copy of a message. */
export function showWaiting(texts: readonly string[]): void {
  const place = part(document, 'waiting');
  const copy = place?.querySelector('template');
  const list = place?.querySelector('ol');
  if (!place || !copy || !list) return;
  for (const line of list.querySelectorAll(':scope > li')) line.remove();
  for (const text of texts) {
    const line = document.importNode(copy.content, true);
    const words = line.querySelector('.text');
    if (words) words.textContent = text.trim();
    list.append(line);
  }
  place.hidden = texts.length === 0;
}

function readPage(address: string): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onload = () => resolve(request.status === 200 ? request.responseXML : null);
    request.onerror = request.ontimeout = () => resolve(null);
    request.open('GET', address);
    request.responseType = 'document';
    request.timeout = 20_000;
    request.send();
  });
}
