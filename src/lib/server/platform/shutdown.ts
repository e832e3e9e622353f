/** Something to do when the process ends. Awaited, within a limit. */
export type Ending = () => void | Promise<void>;

interface Endings {
  readonly drain: Set<Ending>;
  readonly close: Set<Ending>;
  isDraining: boolean;
}

/**
 * The start program and the built application are two copies of this code in one process: what they share hangs on the
 * global object.
 */
const PLACE = Symbol.for('oxygene.endings');

/** Does something as soon as the process is asked to stop: ends event streams, stops taking jobs. */
export function onDrain(ending: Ending): void {
  endings().drain.add(ending);
}

/** Does something once requests are over: closes the pools. */
export function onClose(ending: Ending): void {
  endings().close.add(ending);
}

/** Runs what {@link onDrain} was given, all at once; waits at most `withinMs`. One that fails stops no other. */
export function drain(withinMs: number): Promise<void> {
  endings().isDraining = true;
  return settle(endings().drain, withinMs);
}

/** Runs what {@link onClose} was given, all at once; waits at most `withinMs`. One that fails stops no other. */
export function close(withinMs: number): Promise<void> {
  return settle(endings().close, withinMs);
}

/** Whether the process was asked to stop: it finishes what it began and should be sent nothing new. */
export function isDraining(): boolean {
  return endings().isDraining;
}

function endings(): Endings {
  const place = globalThis as { [PLACE]?: Endings };
  return (place[PLACE] ??= { drain: new Set(), close: new Set(), isDraining: false });
}

async function settle(all: Set<Ending>, withinMs: number): Promise<void> {
  const running = Promise.allSettled([...all].map(async (ending) => ending()));
  all.clear();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  await Promise.race([running, limit]);
  clearTimeout(timer);
}
