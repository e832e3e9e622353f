/** Public, the same for everyone, and kept by the service worker too. */
const ADDRESS = '/hors-ligne/questions';

let copies: Promise<Document | null> | undefined;

/**
 * Fetches the blank copies of the questions, once: at the first sign that she is answering, so that a page only looked
 * at costs nothing more. Read as a document, since the content policy lets no script turn text into markup.
 */
export function fetchCopies(): void {
  copies ??= new Promise<Document | null>((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.timeout = 20_000;
    request.onload = () => resolve(request.status === 200 ? request.responseXML : null);
    request.onerror = request.ontimeout = () => resolve(null);
    request.open('GET', ADDRESS);
    request.responseType = 'document';
    request.send();
  }).then((document) => {
    // asked for again next time: the service worker may have it by then
    if (!document) copies = undefined;
    return document;
  });
}

/** A fresh copy by its name; null when there are none on this phone. */
export async function copyOf(name: string): Promise<HTMLElement | null> {
  fetchCopies();
  const found = (await copies)?.querySelector<HTMLTemplateElement>(`template[data-copy="${name}"]`);
  const element = found?.content.firstElementChild;
  return element ? (document.importNode(element, true) as HTMLElement) : null;
}
