import { describe, expect, it } from 'vitest';
import { handOver, readKeyList, readRuntime, readSettings } from './env';
import { StartupFailure } from './startup-failure';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

/** The sentences that refuse an environment; fails when it is accepted. */
function sentences(environment: Record<string, string>): string[] {
  try {
    readSettings(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartupFailure);
    return (error as StartupFailure).message.split('\n');
  }
  throw new Error('accepted');
}

describe('readSettings', () => {
  it('is a demonstration on port 3000 with kept mail when nothing is set', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      origin: 'http://localhost:3000',
      isOriginAssumed: true,
      database: { kind: 'embedded' },
      smtpUrl: null,
      smsUrl: null,
      dataKeys: null,
      isDemonstration: true
    });
  });

  it('writes from the address of the site unless told otherwise', () => {
    const ORIGIN = 'https://oxygene.example';
    expect(readSettings({ ORIGIN }).mailFrom).toBe('Oxygène <ne-pas-repondre@oxygene.example>');
    const MAIL_FROM = 'Le cabinet <bonjour@cabinet.example>';
    expect(readSettings({ ORIGIN, MAIL_FROM }).mailFrom).toBe(MAIL_FROM);
  });

  it('takes an empty variable as unset', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({
      port: 3000,
      isDemonstration: true
    });
  });

  it('asks a trusted proxy for the address of visitors only when told to, one proxy unless told more', () => {
    expect(readSettings({ ADDRESS_HEADER: '', XFF_DEPTH: '' }).visitors).toBeNull();
    const ADDRESS_HEADER = 'X-Forwarded-For';
    expect(readSettings({ ADDRESS_HEADER, XFF_DEPTH: ' ' }).visitors).toEqual({
      header: 'x-forwarded-for',
      depth: 1
    });
    expect(readSettings({ ADDRESS_HEADER, XFF_DEPTH: '2' }).visitors).toMatchObject({ depth: 2 });
  });

  it('goes around the pooler only when a direct address is given', () => {
    const DATABASE_URL = 'postgres://a:b@pooler:6432/oxygene';
    expect(readSettings({ DATABASE_URL }).database).toMatchObject({
      isPooled: false,
      directUrl: DATABASE_URL
    });
    const DATABASE_DIRECT_URL = 'postgres://a:b@one:5432,two:5432/oxygene';
    expect(readSettings({ DATABASE_URL, DATABASE_DIRECT_URL }).database).toMatchObject({
      isPooled: true,
      url: DATABASE_URL,
      directUrl: `${DATABASE_DIRECT_URL}?target_session_attrs=primary`
    });
  });

  it('asks for the host that takes changes where several are listed, unless told otherwise', () => {
    const of = (DATABASE_URL: string) => readSettings({ DATABASE_URL }).database;
    const two = 'postgres://a:b@one:5432,two:5432/oxygene';
    expect(of(two)).toMatchObject({ url: `${two}?target_session_attrs=primary` });
    expect(of(`${two}?sslmode=require`)).toMatchObject({
      url: `${two}?sslmode=require&target_session_attrs=primary`
    });
    const told = `${two}?target_session_attrs=read-write`;
    expect(of(told)).toMatchObject({ url: told, directUrl: told });
  });

  it.each([
    [{ PORT: '0' }, /^PORT est un nombre de 1 à 65535\.$/],
    [{ PORT: '65536' }, /^PORT/],
    [{ PORT: '30x' }, /^PORT/],
    [{ ORIGIN: 'oxygene.example' }, /^ORIGIN/],
    [{ ORIGIN: 'https://oxygene.example/appli' }, /^ORIGIN/],
    [{ ORIGIN: 'ftp://oxygene.example' }, /^ORIGIN/],
    [{ DATABASE_URL: 'mysql://a:b@host/x' }, /^DATABASE_URL/],
    [{ DATABASE_URL: 'postgres://' }, /^DATABASE_URL/],
    [{ DATABASE_DIRECT_URL: 'postgres://a:b@host/x' }, /^DATABASE_DIRECT_URL ne sert/],
    [{ SMTP_URL: 'http://mail.example' }, /^SMTP_URL/],
    [{ MAIL_FROM: 'Oxygène' }, /^MAIL_FROM/],
    [{ MAIL_FROM: 'a@b.example\nBcc: c@d.example' }, /^MAIL_FROM/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL/],
    [{ ADDRESS_HEADER: 'x forwarded for' }, /^ADDRESS_HEADER/],
    [{ ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: 'two' }, /^XFF_DEPTH est un nombre/],
    [{ ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: '0' }, /^XFF_DEPTH est un nombre/],
    [{ XFF_DEPTH: '2' }, /^XFF_DEPTH ne sert qu’avec ADDRESS_HEADER/],
    [{ DATA_KEYS: 'k1:tooshort' }, /^DATA_KEYS est une liste/],
    [{ DATA_KEYS: `k1:${key(1)},` }, /^DATA_KEYS est une liste/],
    [{ DATA_KEYS: `k1:${key(1)},k1:${key(2)}` }, /^DATA_KEYS donne deux fois/]
  ])('refuses %o in one sentence', (environment, expected) => {
    const [sentence, ...others] = sentences(environment as Record<string, string>);
    expect(sentence).toMatch(expected);
    expect(others).toEqual([]);
  });

  it('says every wrong setting at once, and never repeats a value', () => {
    const found = sentences({ PORT: 'x', DATA_KEYS: 'hush', DATABASE_URL: 'hush' });
    expect(found).toHaveLength(3);
    expect(found.join()).not.toContain('hush');
  });

  it('reads keys in the order given, the current one first', () => {
    const keys = readSettings({ DATA_KEYS: `new:${key(2)},old:${key(1)}` }).dataKeys;
    expect(keys?.map(({ id, bytes }) => [id, bytes[0]])).toEqual([
      ['new', 2],
      ['old', 1]
    ]);
  });
});

describe('readKeyList', () => {
  it('answers null to anything but keys', () => {
    expect(readKeyList('nothing')).toBeNull();
    expect(readKeyList(`k:${key(7)}\n`)?.[0]?.id).toBe('k');
  });
});

describe('handOver', () => {
  it('lets the application read its login, and the pooler only for queries', () => {
    const before = { ...process.env };
    const given = {
      DATABASE_URL: 'postgres://owner:x@pooler:6432/db',
      DATABASE_DIRECT_URL: 'postgres://owner:x@server/db'
    };
    try {
      handOver(readSettings(given), {
        ownerUrl: given.DATABASE_DIRECT_URL,
        login: { role: 'oxygene_app', password: 'p' },
        dataKeys: [{ id: 'k', bytes: Buffer.alloc(32) }]
      });
      expect(readRuntime({ ...process.env, ...given })).toMatchObject({
        appUrl: 'postgres://oxygene_app:p@pooler:6432/db',
        appDirectUrl: 'postgres://oxygene_app:p@server/db',
        prepare: false
      });
    } finally {
      process.env = before;
    }
  });

  it('has nothing to read when the start program did not run', () => {
    expect(() => readRuntime({})).toThrow('npm start');
  });
});
