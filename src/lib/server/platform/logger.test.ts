import { describe, expect, it } from 'vitest';
import { makeLog, type LogFields } from './logger';
import { maskError, maskPath, maskText } from './log-masking';

/** The line a log writes for these fields. */
function lineOf(fields: LogFields): string {
  let written = '';
  const log = makeLog('info', { write: (line: string) => void (written += line) });
  log.info('something', fields);
  return written;
}

describe('maskPath', () => {
  it.each([
    ['/lien/s3cr3t', '/lien/[masqué]'],
    ['/lien/s3cr3t/ouvrir?x=1', '/lien/[masqué]'],
    ['https://oxygene.example/avis/abc', '/avis/[masqué]'],
    [
      '/bureau/dossiers/0192f0c1-0000-7000-8000-000000000001',
      '/bureau/dossiers/0192f0c1-0000-7000-8000-000000000001'
    ],
    ['/api/Zm9vYmFyYmF6cXV4cXV1eHF1dXg', '/api/[masqué]'],
    ['/entrer?reference=OX-1234', '/entrer'],
    ['', '/']
  ])('writes %s as %s', (address, expected) => {
    expect(maskPath(address)).toBe(expected);
  });
});

describe('maskText', () => {
  it.each([
    ['invalid input syntax for type date: "12/03/1985"', '12/03'],
    ['Key (email)=(lea.martin@example.fr) already exists.', 'martin'],
    ['cannot reach lea.martin@example.fr', 'martin'],
    ['amount 1 234,56 is too much', '234'],
    ['call +33 6 12 34 56 78', '12 34'],
    ['see https://oxygene.example/lien/s3cr3t', 's3cr3t'],
    ['le message « je suis malade » est refusé', 'malade']
  ])('hides what is personal in: %s', (text, hidden) => {
    expect(maskText(text)).not.toContain(hidden);
  });

  it('leaves the words of an error readable', () => {
    expect(maskText('Connection terminated unexpectedly')).toBe('Connection terminated unexpectedly');
  });
});

describe('maskError', () => {
  it('keeps what helps to find the fault, down to the cause, without the values of a query', () => {
    const cause = Object.assign(new Error('duplicate key value violates unique constraint "x"'), {
      code: '23505',
      detail: 'Key (email)=(lea@example.fr) already exists.',
      constraint_name: 'people_email_key'
    });
    const error = new Error('Failed query: insert into people values ($1) params: lea@example.fr', { cause });
    const masked = maskError(error);
    expect(masked).toMatchObject({
      message: 'Failed query',
      cause: { code: '23505', constraint_name: 'people_email_key' }
    });
    expect(JSON.stringify(masked)).not.toContain('lea@');
  });

  it('keeps the first of several failures, as masked as one', () => {
    const first = new Error('Failed query: update debtors params: lea@example.fr');
    const masked = maskError(new AggregateError([first, new Error('x')], '2 of 3 failed'));
    expect(masked).toMatchObject({ message: '2 of 3 failed', first: { message: 'Failed query' } });
    expect(JSON.stringify(masked)).not.toContain('lea@');
    expect(maskError(new AggregateError([], 'nothing'))).toMatchObject({ first: { type: 'undefined' } });
  });

  it('does not print a thrown text', () => {
    expect(maskError('Léa Martin')).toEqual({ type: 'string' });
  });
});

describe('the log', () => {
  it('writes ids and codes as they are', () => {
    const line = JSON.parse(
      lineOf({ caseId: '0192f0c1-0000-7000-8000-000000000001', reason: 'plan_too_long', status: 409 })
    ) as Record<string, unknown>;
    expect(line).toMatchObject({ reason: 'plan_too_long', status: 409, msg: 'something' });
    expect(line.caseId).toBe('0192f0c1-0000-7000-8000-000000000001');
  });

  it('masks tokens, and personal data slipped into a field', () => {
    const line = lineOf({
      path: '/lien/s3cr3t',
      reason: 'unknown lea.martin@example.fr',
      error: new Error('06 12 34 56 78')
    });
    for (const hidden of ['s3cr3t', 'martin', '12 34']) expect(line).not.toContain(hidden);
  });
});
