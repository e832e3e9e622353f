const AWAY = new Set([
  // postgres.js
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  // the network
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  // PostgreSQL: shutting down, starting, too many connections, disk full, too slow
  '57P01',
  '57P02',
  '57P03',
  '53100',
  '53200',
  '53300',
  '57014'
]);

/** Whether an error, or what caused it, means that the database cannot be reached or cannot work for the moment. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as Error & { code?: unknown }).code;
    if (typeof code === 'string' && (AWAY.has(code) || code.startsWith('08'))) return true;
    if (cause instanceof AggregateError && cause.errors.some(isDatabaseAway)) return true;
  }
  return false;
}
