/** The parts of a PostgreSQL address. `hosts` may list several, for a standby: `one:5432,two:5432`. */
export interface DatabaseAddress {
  readonly user: string;
  readonly hosts: string;
  readonly database: string;
}

const ADDRESS = /^(postgres(?:ql)?:\/\/)([^/?#]*)(\/[^?#]*)?(\?[^#]*)?$/;

/** Reads `postgres://user:password@host[,host]/database`; null when the text is no such address. */
export function parseDatabaseAddress(url: string): DatabaseAddress | null {
  const [, , authority = '', path = ''] = ADDRESS.exec(url) ?? [];
  const { login, hosts } = splitAuthority(authority);
  if (!hosts) return null;
  const [user = ''] = login.split(':');
  return { user: decode(user), hosts, database: decode(path.slice(1)) };
}

/** The same address with another login. */
export function withLogin(url: string, login: { role: string; password: string }): string {
  const [, scheme = 'postgres://', authority = '', path = '', query = ''] = ADDRESS.exec(url) ?? [];
  const { hosts } = splitAuthority(authority);
  return `${scheme}${encodeURIComponent(login.role)}:${encodeURIComponent(login.password)}@${hosts}${path}${query}`;
}

function splitAuthority(authority: string): { login: string; hosts: string } {
  const at = authority.lastIndexOf('@');
  return { login: at < 0 ? '' : authority.slice(0, at), hosts: authority.slice(at + 1) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The same address once for each of its hosts. */
export function eachHost(url: string): string[] {
  const [, scheme = 'postgres://', authority = '', path = '', query = ''] = ADDRESS.exec(url) ?? [];
  const { login, hosts } = splitAuthority(authority);
  return hosts.split(',').map((host) => `${scheme}${login && `${login}@`}${host}${path}${query}`);
}

/**
 * Of several hosts, the driver takes the one that accepts changes, and not the first that answers: after a standby took
 * over, the first of the list may be the one that only follows.
 */
export function preferringPrimary(url: string): string {
  if (eachHost(url).length === 1 || url.includes('target_session_attrs=')) return url;
  return `${url}${url.includes('?') ? '&' : '?'}target_session_attrs=primary`;
}
