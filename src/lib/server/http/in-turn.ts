import type { Handle, RequestEvent, ResolveOptions } from '@sveltejs/kit';

type ChangePage = NonNullable<ResolveOptions['transformPageChunk']>;

/**
 * One handle of several, the outermost first; what an inner one does to a page is done before what an outer one does.
 * The framework's own `sequence` does the same, and opens a span, a context and three functions for each of them at
 * each request, a twentieth of the processor time of a page. Of its options only `transformPageChunk` is known here.
 */
export function inTurn(...handles: readonly Handle[]): Handle {
  return ({ event, resolve }) => {
    const from = (index: number, event: RequestEvent, outer?: ChangePage): ReturnType<Handle> => {
      const handle = handles[index];
      if (!handle) return resolve(event, outer && { transformPageChunk: outer });
      return handle({
        event,
        resolve: (event, options) => from(index + 1, event, together(outer, changeOf(options)))
      });
    };
    return from(0, event);
  };
}

/** Throws for what would be lost on the way. */
function changeOf(options: ResolveOptions | undefined): ChangePage | undefined {
  if (options?.filterSerializedResponseHeaders || options?.preload) {
    throw new Error('inTurn passes on transformPageChunk alone');
  }
  return options?.transformPageChunk;
}

function together(outer: ChangePage | undefined, inner: ChangePage | undefined): ChangePage | undefined {
  if (!outer || !inner) return outer ?? inner;
  return async ({ html, done }) => outer({ html: (await inner({ html, done })) ?? '', done });
}
