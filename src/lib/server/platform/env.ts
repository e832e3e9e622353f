import path from 'node:path';
import { z } from 'zod';
import type { DataKey } from './crypto';
import { parseDatabaseAddress, preferringPrimary, withLogin } from './database-address';
import type { LogLevel } from './logger';
import { StartupFailure } from './startup-failure';

/** Where the data lives: the embedded PostgreSQL, or one reached by address. */
export type DatabaseSettings =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'external';
      /** What the application connects to: PostgreSQL itself, or a transaction pooler. */
      readonly url: string;
      /** Always PostgreSQL itself: set-up, LISTEN and jobs need sessions of their own. */
      readonly directUrl: string;
      /** `url` is a pooler, so that prepared statements must not be used. */
      readonly isPooled: boolean;
    };

/** Where trusted proxies say who asks. */
export interface ProxySettings {
  /** Name of the header, in lower case. */
  readonly header: string;
  /** How many proxies are trusted: the address is that many places from the end of `x-forwarded-for`. */
  readonly depth: number;
}

/** The settings of the product, as the environment gives them. The README's table says each in words. */
export interface Settings {
  readonly port: number;
  /** Network address to listen on; every one when undefined. */
  readonly host: string | undefined;
  /** The public address, without a final slash. */
  readonly origin: string;
  /** ORIGIN was not given: other names of this machine are accepted too. */
  readonly isOriginAssumed: boolean;
  readonly dataDir: string;
  readonly database: DatabaseSettings;
  /** Who says the address of a visitor, which the limits on tries count; null: the connection itself. */
  readonly visitors: ProxySettings | null;
  /** Null: mail is kept and shown instead of sent. */
  readonly smtpUrl: string | null;
  /** Null: SMS are kept and shown instead of sent. */
  readonly smsUrl: string | null;
  /** Sender of our e-mails, as `Name <address>` or an address alone. */
  readonly mailFrom: string;
  readonly logLevel: LogLevel;
  /** Null: the key file of `dataDir` is used. */
  readonly dataKeys: readonly DataKey[] | null;
  /** Embedded database: an empty one gets the demonstration portfolio. */
  readonly isDemonstration: boolean;
}

/** What the running application needs beyond its settings; the start program hands it over. */
export interface Runtime {
  readonly appUrl: string;
  /** The same login, without a pooler: LISTEN and jobs. */
  readonly appDirectUrl: string;
  /** False behind a pooler. */
  readonly prepare: boolean;
  readonly dataKeys: readonly DataKey[];
  readonly settings: Settings;
}

type Environment = Record<string, string | undefined>;

const KEY = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/;

const environmentSchema = z
  .object({
    PORT: z
      .string()
      .default('3000')
      .refine(
        (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
        'PORT est un nombre de 1 à 65535'
      )
      .transform(Number),
    HOST: z.string().optional(),
    ORIGIN: z
      .string()
      .refine(isOrigin, 'ORIGIN est une adresse sans chemin, comme https://oxygene.example')
      .optional(),
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: databaseAddress('DATABASE_URL').optional(),
    DATABASE_DIRECT_URL: databaseAddress('DATABASE_DIRECT_URL').optional(),
    SMTP_URL: z
      .string()
      .refine(isSmtpAddress, 'SMTP_URL est une adresse comme smtps://compte:secret@mail.example:465')
      .optional(),
    SMS_URL: z
      .string()
      .refine(isHttpAddress, 'SMS_URL est une adresse comme https://compte:secret@passerelle.example/sms')
      .optional(),
    MAIL_FROM: z
      .string()
      .refine(isSender, 'MAIL_FROM est une adresse comme « Oxygène <bonjour@oxygene.example> »')
      .optional(),
    ADDRESS_HEADER: z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, 'ADDRESS_HEADER est le nom d’un en-tête, comme x-forwarded-for')
      .transform((name) => name.toLowerCase())
      .optional(),
    XFF_DEPTH: z
      .string()
      .regex(/^[1-9]\d?$/, 'XFF_DEPTH est un nombre de 1 à 99')
      .transform(Number)
      .optional(),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'LOG_LEVEL est debug, info, warn, error ou silent')
      .optional(),
    DATA_KEYS: z.string().transform(parseDataKeys).optional()
  })
  .refine(({ DATABASE_URL, DATABASE_DIRECT_URL }) => DATABASE_URL || !DATABASE_DIRECT_URL, {
    message: 'DATABASE_DIRECT_URL ne sert qu’avec DATABASE_URL : donnez les deux, ou aucune'
  })
  .refine(({ ADDRESS_HEADER, XFF_DEPTH }) => ADDRESS_HEADER || !XFF_DEPTH, {
    message: 'XFF_DEPTH ne sert qu’avec ADDRESS_HEADER : donnez les deux, ou aucun'
  });

/**
 * Reads and checks every setting. Nothing else reads the environment.
 *
 * @throws {StartupFailure} one sentence per setting that is wrong, each on its line, without its value: it can be a
 * secret.
 */
export function readSettings(environment: Environment = process.env): Settings {
  // an empty variable is how many tools say "unset"
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = environmentSchema.safeParse(given);
  if (!read.success) {
    throw new StartupFailure(read.error.issues.map(({ message }) => `${message}.`).join('\n'));
  }
  const values = read.data;
  const origin = new URL(values.ORIGIN ?? `http://localhost:${values.PORT}`);
  const isDemonstration = values.DATABASE_URL === undefined;
  return {
    port: values.PORT,
    host: values.HOST,
    origin: origin.origin,
    isOriginAssumed: values.ORIGIN === undefined,
    dataDir: path.resolve(values.DATA_DIR),
    database: databaseSettings(values.DATABASE_URL, values.DATABASE_DIRECT_URL),
    visitors: values.ADDRESS_HEADER ? { header: values.ADDRESS_HEADER, depth: values.XFF_DEPTH ?? 1 } : null,
    smtpUrl: values.SMTP_URL ?? null,
    smsUrl: values.SMS_URL ?? null,
    mailFrom: values.MAIL_FROM ?? `Oxygène <ne-pas-repondre@${origin.hostname}>`,
    // the terminal of a demonstration is for its addresses and codes
    logLevel: values.LOG_LEVEL ?? (isDemonstration ? 'warn' : 'info'),
    dataKeys: values.DATA_KEYS ?? null,
    isDemonstration
  };
}

/**
 * Leaves in the environment of this process what the built application reads with {@link readRuntime}: it is another
 * copy of this code, and the environment is all they share.
 */
export function handOver(
  settings: Settings,
  ready: {
    ownerUrl: string;
    login: { role: string; password: string };
    dataKeys: readonly DataKey[];
  }
): void {
  const { database } = settings;
  const pooled = database.kind === 'external' && database.isPooled;
  process.env.OXYGENE_APP_DATABASE_URL = withLogin(pooled ? database.url : ready.ownerUrl, ready.login);
  process.env.OXYGENE_APP_DIRECT_URL = withLogin(ready.ownerUrl, ready.login);
  process.env.DATA_KEYS = formatDataKeys(ready.dataKeys);
}

/** What {@link handOver} left. Throws when the application was started by something else than the start program. */
export function readRuntime(environment: Environment = process.env): Runtime {
  const settings = readSettings(environment);
  const appUrl = environment.OXYGENE_APP_DATABASE_URL;
  const appDirectUrl = environment.OXYGENE_APP_DIRECT_URL;
  if (!appUrl || !appDirectUrl || !settings.dataKeys) {
    throw new StartupFailure(
      'Lancez Oxygène avec « npm start » : la base et les clés n’ont pas été préparées.'
    );
  }
  const prepare = settings.database.kind === 'embedded' || !settings.database.isPooled;
  return { appUrl, appDirectUrl, prepare, dataKeys: settings.dataKeys, settings };
}

/** Keys as DATA_KEYS writes them: `id:base64[,id:base64]`, the current one first. */
export function formatDataKeys(keys: readonly DataKey[]): string {
  return keys.map(({ id, bytes }) => `${id}:${bytes.toString('base64')}`).join(',');
}

/** Reads what {@link formatDataKeys} writes; a zod issue when a key is not 32 bytes or an id is used twice. */
function parseDataKeys(text: string, context: z.RefinementCtx): DataKey[] {
  const keys = text.split(/[\s,]+/).flatMap((one) => {
    const [, id, base64] = KEY.exec(one) ?? [];
    return id && base64 ? [{ id, bytes: Buffer.from(base64, 'base64') }] : [];
  });
  const isWhole =
    keys.length === text.split(/[\s,]+/).length && keys.every(({ bytes }) => bytes.length === 32);
  if (!isWhole) {
    context.addIssue(
      'DATA_KEYS est une liste id:clé séparée par des virgules, chaque clé étant 32 octets en base64'
    );
  } else if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    context.addIssue('DATA_KEYS donne deux fois le même nom de clé');
  }
  return keys;
}

/** The content of a key file; null when it is not a list of keys. */
export function readKeyList(text: string): DataKey[] | null {
  const read = z.string().transform(parseDataKeys).safeParse(text.trim());
  return read.success ? read.data : null;
}

function databaseAddress(name: string) {
  return z
    .string()
    .refine(
      (url) => parseDatabaseAddress(url) !== null,
      `${name} est une adresse comme postgres://compte:secret@serveur:5432/oxygene`
    );
}

function databaseSettings(url: string | undefined, directUrl: string | undefined): DatabaseSettings {
  if (url === undefined) return { kind: 'embedded' };
  return {
    kind: 'external',
    url: preferringPrimary(url),
    directUrl: preferringPrimary(directUrl ?? url),
    isPooled: directUrl !== undefined
  };
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash && !username;
}

function isSender(text: string): boolean {
  return /^(?:[^<>"\r\n]+ )?<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/.test(text);
}

function isHttpAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isSmtpAddress(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}
