import type { Handle, RequestEvent, ResolveOptions } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { inTurn } from './in-turn';

const event = {} as RequestEvent;

/** Answers with a page of one letter, changed as the handles ask. */
async function page(_event: RequestEvent, options?: ResolveOptions): Promise<Response> {
  const html = (await options?.transformPageChunk?.({ html: 'x', done: true })) ?? 'x';
  return new Response(html);
}

const wrapping =
  (letter: string): Handle =>
  ({ event, resolve }) =>
    resolve(event, { transformPageChunk: ({ html }) => `${letter}${html}${letter}` });

const passing: Handle = ({ event, resolve }) => resolve(event);

const answer = async (...handles: Handle[]) => {
  const response = await inTurn(...handles)({ event, resolve: page });
  return response.text();
};

describe('handles in turn', () => {
  it('begins with the outermost and ends with it', async () => {
    const said: string[] = [];
    const saying =
      (name: string): Handle =>
      async ({ event, resolve }) => {
        said.push(`before ${name}`);
        const response = await resolve(event);
        said.push(`after ${name}`);
        return response;
      };
    await answer(saying('outer'), saying('inner'));
    expect(said).toEqual(['before outer', 'before inner', 'after inner', 'after outer']);
  });

  it.each<[string, Handle[], string]>([
    ['no handle', [], 'x'],
    ['handles that change nothing', [passing, passing], 'x'],
    ['the outer one alone', [wrapping('a'), passing], 'axa'],
    ['the inner one alone', [passing, wrapping('b')], 'bxb'],
    ['both, the inner one first', [wrapping('a'), passing, wrapping('b')], 'abxba']
  ])('changes a page with %s', async (_name, handles, expected) => {
    expect(await answer(...handles)).toBe(expected);
  });

  it('asks nobody behind a handle that answers by itself', async () => {
    const refusing: Handle = () => new Response('no', { status: 403 });
    const never: Handle = () => {
      throw new Error('asked');
    };
    expect(await answer(refusing, never)).toBe('no');
  });

  it('passes on the event that a handle gives', async () => {
    const other = { locals: {} } as RequestEvent;
    let seen: RequestEvent | undefined;
    const giving: Handle = ({ resolve }) => resolve(other);
    const looking: Handle = ({ event, resolve }) => {
      seen = event;
      return resolve(event);
    };
    await answer(giving, looking);
    expect(seen).toBe(other);
  });

  it('refuses options that it would lose', async () => {
    const preloading: Handle = ({ event, resolve }) => resolve(event, { preload: () => true });
    await expect(async () => answer(preloading)).rejects.toThrow('transformPageChunk alone');
  });
});
