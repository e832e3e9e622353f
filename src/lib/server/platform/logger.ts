import { pino, type DestinationStream, type Logger } from 'pino';
import { maskError, maskPath, maskText } from './log-masking';

/** How much is logged. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * What a line of the log may say about an event. There is no field for a name, an amount, a message or an answer: who
 * it is about is an id.
 */
export interface LogFields {
  readonly caseId?: string;
  readonly staffId?: string;
  readonly teamId?: string;
  readonly incident?: string;
  readonly commandId?: string;
  readonly method?: string;
  /** The route's pattern or an address: tokens and queries are masked. */
  readonly path?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly count?: number;
  readonly job?: string;
  readonly attempt?: number;
  /** A code of ours: why something was refused or failed. */
  readonly reason?: string;
  readonly error?: unknown;
}

/** Writes events as JSON, one a line, without personal data. */
export interface EventLog {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

const IDENTIFIER = /^[\w:.[\]/-]{1,120}$/;

/** A log at this level on `destination` (standard output when left out). */
export function makeLog(level: LogLevel, destination?: DestinationStream): EventLog {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger: Logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (event, fields = {}) => logger.info(maskFields(fields), event),
    warn: (event, fields = {}) => logger.warn(maskFields(fields), event),
    error: (event, fields = {}) => logger.error(maskFields(fields), event)
  };
}

let current: EventLog | undefined;

/** Chooses the log of this process. */
export function useLog(log: EventLog): void {
  current = log;
}

/** The log of this process; warnings and errors only, until one is chosen. */
export function log(): EventLog {
  return (current ??= makeLog('warn'));
}

function maskFields(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (name === 'error') return ['error', maskError(value)];
      if (name === 'path') return ['path', maskPath(String(value))];
      if (typeof value !== 'string' || IDENTIFIER.test(value)) return [name, value];
      return [name, maskText(value)];
    })
  );
}
