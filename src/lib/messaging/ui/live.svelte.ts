/** Something changed on a case the signed-in person may see. */
export interface LiveChange {
  readonly action: string;
  readonly caseId?: string;
}

/** What a page does when something changed: reads its data again, usually. */
export type OnLiveChange = (change: LiveChange) => void;

const CHANNEL = 'oxygene-live';
const LOCK = 'oxygene-live';
/** What staff do by merely looking: no screen needs to read again for it. */
const QUIET = new Set(['case.opened', 'signals.seen']);

/**
 * Listens to live changes until the answer is called. All tabs of a browser share one stream, since a browser opens
 * six connections to a site at most: the tab that holds the lock listens and tells the others. Without locks or
 * channels (an old phone) each tab listens for itself; without event streams nothing is live, and nothing is lost.
 *
 * A page has an age before it listens, seconds on a slow network, and what changed meanwhile is told to nobody here: it reads
 * again once it does.
 */
export function listenLive(onChange: OnLiveChange): () => void {
  if (typeof window === 'undefined' || !('EventSource' in window)) return () => undefined;
  if (!navigator.locks || !('BroadcastChannel' in window)) return openStream(onChange);

  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<LiveChange>) => onChange(data);
  // asked before the lock is: whoever holds it now is another tab, which listens already and tells only what comes
  navigator.locks
    .query()
    .then(({ held }) => {
      if (held?.some(({ name }) => name === LOCK)) onChange({ action: 'resync' });
    })
    // where locks are refused there is no other tab to hear from either
    .catch(() => undefined);
  const leaving = new AbortController();
  let release: () => void = () => undefined;
  navigator.locks
    .request(LOCK, { signal: leaving.signal }, () => {
      const close = openStream((change) => {
        channel.postMessage(change);
        onChange(change);
      });
      return new Promise<void>((resolve) => {
        release = () => {
          close();
          resolve();
        };
      });
    })
    // leaving while another tab still holds the lock
    .catch(() => undefined);
  return () => {
    leaving.abort();
    release();
    channel.close();
  };
}

function openStream(onChange: OnLiveChange): () => void {
  const stream = new EventSource('/api/stream');
  stream.addEventListener('open', () => onChange({ action: 'resync' }));
  stream.addEventListener('change', (event: MessageEvent<string>) => {
    const change = JSON.parse(event.data) as LiveChange;
    if (!QUIET.has(change.action)) onChange(change);
  });
  stream.addEventListener('resync', () => onChange({ action: 'resync' }));
  return () => stream.close();
}
