import { describe, expect, it } from 'vitest';
import { MAX_MESSAGE_LENGTH, readMessage } from './message';

describe('readMessage', () => {
  it('keeps the words and drops outer blanks', () => {
    expect(readMessage('  Bonjour,\r\n\r\nmerci  \n')).toEqual({ ok: true, value: 'Bonjour,\n\nmerci' });
  });

  it.each(['', '   ', '\n\n'])('refuses %j as empty', (text) => {
    expect(readMessage(text)).toEqual({ ok: false, why: { code: 'message_empty' } });
  });

  it.each([
    [MAX_MESSAGE_LENGTH - 1, true],
    [MAX_MESSAGE_LENGTH, true],
    [MAX_MESSAGE_LENGTH + 1, false]
  ])('of %d characters: accepted is %s', (length, accepted) => {
    expect(readMessage('a'.repeat(length)).ok).toBe(accepted);
  });

  it('leaves markup and formulas alone: text is text', () => {
    expect(readMessage('<b>=1+1</b>')).toEqual({ ok: true, value: '<b>=1+1</b>' });
  });
});
