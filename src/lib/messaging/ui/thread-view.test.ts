import { describe, expect, it } from 'vitest';
import type { Id } from '$lib/kernel';
import type { ThreadLine } from '../message';
import { threadEntries } from './thread-view';

const line = (over: Partial<ThreadLine>): ThreadLine => ({
  id: 'a' as Id<'message'>,
  author: 'debtor',
  authorName: '',
  systemLine: null,
  body: 'Bonsoir',
  sentAt: new Date('2026-11-24T20:47:00Z'),
  readAt: null,
  readByName: null,
  ...over
});
const now = new Date('2026-11-25T09:00:00Z');
const view = (lines: ThreadLine[], reader: 'debtor' | 'staff' = 'debtor') =>
  threadEntries(lines, reader, now, 'Europe/Paris');

describe('the thread in words', () => {
  it('names each day once, the near ones by their word', () => {
    const days = view([
      line({ sentAt: new Date('2026-11-09T09:00:00Z') }),
      line({}),
      line({}),
      line({ sentAt: new Date('2026-11-25T08:00:00Z') })
    ]).filter((entry) => entry.kind === 'day');
    expect(days.map((entry) => entry.text)).toEqual([
      expect.stringMatching(/^Lundi\s9\snovembre$/),
      'Hier',
      'Aujourd’hui'
    ]);
  });

  it('counts days on the person’s own clock', () => {
    const late = line({ sentAt: new Date('2026-11-25T02:00:00Z') });
    expect(threadEntries([late], 'debtor', now, 'America/Martinique')[0]).toMatchObject({ text: 'Hier' });
    expect(view([late])[0]).toMatchObject({ text: 'Aujourd’hui' });
  });

  it('tells the person who read her words, and nobody else’s', () => {
    const read = { readAt: new Date('2026-11-25T09:05:00Z'), readByName: 'Leïla' };
    expect(view([line(read)])[1]).toMatchObject({ mine: true, read: 'Lu par Leïla à 10\u202fh\u202f05' });
    const reply = line({ ...read, author: 'staff', authorName: 'Leïla Amrani' });
    expect(view([reply])[1]).toMatchObject({ mine: false, from: 'Leïla', read: null });
  });

  it('says the lines of the house in words', () => {
    const named = line({
      author: 'system',
      systemLine: 'referent_named',
      authorName: 'Leïla Amrani',
      body: ''
    });
    expect(view([named])[1]).toEqual({
      kind: 'system',
      key: 'a',
      text: 'Leïla Amrani suit ce dossier, du début à la fin.'
    });
  });
});
