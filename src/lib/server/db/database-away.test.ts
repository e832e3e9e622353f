import { describe, expect, it } from 'vitest';
import { isDatabaseAway } from './database-away';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('whether the database is away', () => {
  it.each(['CONNECT_TIMEOUT', 'ECONNREFUSED', '57P01', '57P03', '53300', '08006', '57014'])(
    '%s: yes',
    (code) => expect(isDatabaseAway(withCode(code))).toBe(true)
  );

  it.each(['23505', '42P01', '28000', '42501', ''])('%s: no, it answered', (code) =>
    expect(isDatabaseAway(withCode(code))).toBe(false)
  );

  it('looks behind a failed query and a connection tried on several addresses', () => {
    expect(isDatabaseAway(new Error('Failed query', { cause: withCode('ECONNREFUSED') }))).toBe(true);
    expect(isDatabaseAway(new AggregateError([withCode('ECONNREFUSED')]))).toBe(true);
    expect(isDatabaseAway(new Error('x', { cause: new Error('y') }))).toBe(false);
    expect(isDatabaseAway('ECONNREFUSED')).toBe(false);
  });
});
