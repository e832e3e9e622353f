import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../src');

/** Files of the product, without tests and generated code, whose text matches. */
function filesWith(pattern: RegExp): string[] {
  return globSync('**/*.{ts,svelte}', { cwd: SRC })
    .filter((file) => !/\.test\.ts$|paraglide|generated/.test(file))
    .filter((file) => pattern.test(readFileSync(path.join(SRC, file), 'utf8')))
    .sort();
}

describe('the platform', () => {
  it('is alone to read the environment: env.ts, and the programs that start others', () => {
    const readers = filesWith(/process\.env|\$env\//).filter((file) => !file.startsWith('bin/'));
    expect(readers).toEqual(['lib/server/platform/env.ts']);
  });

  it('lets mail and SMS out through the door of the contact policy only, which the jobs open', () => {
    const users = filesWith(/from '[^']*platform\/(mailer|sms-gateway)'/);
    expect(users.length).toBeGreaterThan(0);
    const allowed = /^lib\/server\/(contact-policy\/|http\/start-jobs\.ts$)/;
    expect(users.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it('writes to the terminal from programs only: everything else uses the log, which masks', () => {
    expect(filesWith(/\bconsole\.\w+\(/).filter((file) => !file.startsWith('bin/'))).toEqual([]);
  });
});
