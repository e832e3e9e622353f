const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SECRET_PLACES = /^\/(lien|avis|invitation)\//;
const MASK = '[masqué]';

/** The path of an address as a log may hold it: no query, no token of a link, no long random segment. */
export function maskPath(address: string): string {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '') || '/';
  if (SECRET_PLACES.test(path)) return path.replace(/^(\/[^/]+\/).*$/s, `$1${MASK}`);
  return path
    .split('/')
    .map((segment) => (segment.length > 24 && !UUID.test(segment) ? MASK : segment))
    .join('/');
}

/** A free text as a log may hold it: no e-mail, no number of four digits or more, nothing quoted, no address. */
export function maskText(text: string): string {
  return text
    .replace(/\bhttps?:\/\/\S+/gi, MASK)
    .replace(/[^\s@"'«»<>()]+@[^\s@"'«»<>()]+/g, MASK)
    .replace(/"[^"]*"|«[^»]*»|'[^']*'|\([^()]*\)=\([^()]*\)/g, MASK)
    .replace(/\+?\d(?:[\s.,]?\d){3,}/g, MASK)
    .slice(0, 300);
}

/** An error as a log may hold it: what kind, where in the code, which constraint; the text is masked. */
export function maskError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const details = error as Error & Record<string, unknown>;
  const kept = [
    'code',
    'errno',
    'syscall',
    'severity',
    'schema_name',
    'table_name',
    'constraint_name',
    'routine'
  ];
  return {
    type: error.name,
    // a failed query carries its statement and its values in its text
    message: error.message.startsWith('Failed query') ? 'Failed query' : maskText(error.message),
    ...Object.fromEntries(kept.filter((key) => key in details).map((key) => [key, details[key]])),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: maskError(error.cause) }),
    // a job that goes on after each failure says only at its end how many there were
    ...(error instanceof AggregateError && { first: maskError(error.errors[0]) })
  };
}

function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}
