import type { Actor } from '$lib/access';
import { parseId } from '$lib/kernel';
import { listMissedEvents } from '../audit';
import { liveHub, type CaseEvent } from '../messaging';

const HEARTBEAT_MS = 25_000;
// streams end by themselves, so that a session that fell asleep or a moved case is looked at again; browsers reconnect
const LIFE_MS = 15 * 60_000;
const RECONNECT_MS = 3_000;

/**
 * Server-sent events for whoever is signed in: `change` events with an action code and no content, resumed by
 * `Last-Event-ID`, until the session is closed. Comments keep proxies awake. 503 when the process has no live hub.
 */
export function openEventStream(actor: Actor, sessionId: string, lastEventId: string | null): Response {
  const hub = liveHub();
  if (!hub) return new Response('', { status: 503, headers: { 'retry-after': '5' } });
  let stop: () => void = () => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder();
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const heartbeat = setInterval(() => send(': ici\n\n'), HEARTBEAT_MS);
      const life = setTimeout(() => end(), LIFE_MS);
      const end = () => {
        stop();
        controller.close();
      };
      const leave = hub.subscribe({
        actor,
        sessionId,
        wake: (event) => send(changeText(event)),
        resync: () => send('event: resync\ndata: {}\n\n'),
        end
      });
      stop = () => {
        clearInterval(heartbeat);
        clearTimeout(life);
        leave();
        stop = () => undefined;
      };
      // spread over a few seconds, or every phone comes back in the same second after a restart
      send(`retry: ${RECONNECT_MS + Math.floor(Math.random() * RECONNECT_MS)}\n\n`);
      if (lastEventId !== null) void replay(actor, lastEventId, send);
    },
    cancel: () => stop()
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no'
    }
  });
}

async function replay(actor: Actor, lastEventId: string, send: (text: string) => void): Promise<void> {
  const after = parseId<'audit'>(lastEventId);
  if (actor.kind !== 'debtor' || after === null) return send('event: resync\ndata: {}\n\n');
  try {
    for (const event of await listMissedEvents(actor, after)) send(changeText(event));
  } catch {
    // the database is away or the stream is gone: the screen reads everything again when it can
    send('event: resync\ndata: {}\n\n');
  }
}

function changeText(event: Pick<CaseEvent, 'eventId' | 'action'> & { caseId?: string }): string {
  const data = JSON.stringify({ action: event.action, caseId: event.caseId });
  return `id: ${event.eventId}\nevent: change\ndata: ${data}\n\n`;
}
