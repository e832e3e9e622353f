import { expect, it } from 'vitest';
import { registerFile } from './register-file';
import type { RegisterEntry } from './register-lines';

const line = (over: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: 'c',
  channel: 'email',
  purpose: 'due_reminder',
  at: new Date('2026-12-07T09:05:00Z'),
  state: 'sent',
  rule: { code: 'allowed_due_reminder', numbers: {} },
  ...over
});

it('has a head, then each contact on her own clock, the newest first', () => {
  const letter = line({ id: 'l', channel: 'letter', at: new Date('2026-12-08T03:00:00Z') });
  const stopped = line({
    id: 's',
    at: new Date('2026-12-01T09:00:00Z'),
    state: 'refused',
    rule: { code: 'reminder_not_wanted', numbers: {} },
    tooMuchAt: new Date('2026-12-02T09:00:00Z')
  });
  const [head, ...lines] = registerFile([stopped, line(), letter], 'America/Guadeloupe').split('\r\n');
  expect(head).toBe('\ufeffJour;Heure;Quoi;La règle;C’était de trop');
  expect(lines.map((one) => one.split(';').slice(0, 3))).toEqual([
    ['2026-12-07', '', 'Lettre'],
    ['2026-12-07', '05:05', 'Courriel'],
    ['2026-12-01', '05:00', 'Courriel non envoyé'],
    ['']
  ]);
  expect(lines[2]).toMatch(/;2026-12-02$/);
});

it('is a head alone when nothing happened, and a name that is a formula stays a text', () => {
  expect(registerFile([], 'Europe/Paris').split('\r\n')).toHaveLength(2);
  const named = line({ channel: 'app', by: '=1+1;"x"' });
  expect(registerFile([named], 'Europe/Paris')).toContain('"Message de =1+1;""x"""');
});

it('says of a call what it was: stopped, or made against the rule', () => {
  const rule = { code: 'sunday', numbers: {} } as const;
  const said = (state: RegisterEntry['state']) =>
    registerFile([line({ channel: 'call', purpose: 'follow_up', state, rule })], 'Europe/Paris').split(
      '\r\n'
    )[1];
  expect(said('refused')).toMatch(/;Appel non passé;/);
  expect(said('refused')).not.toContain('n’aurait pas dû');
  for (const made of ['sent', 'attempted'] as const)
    expect(said(made)).toMatch(/;Appel;Cet appel n’aurait pas dû avoir lieu/);
});
