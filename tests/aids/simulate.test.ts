import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const household = {
  adults: [{ age: 40, activity: 'inactive' }],
  children: [],
  housing: { status: 'homeless', zone: 2 }
};

function simulate(month: string, lines: readonly string[]) {
  const run = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'src/bin/simulate-aids.ts'), '--month', month],
    { cwd: ROOT, input: lines.join('\n'), encoding: 'utf8' }
  );
  const written = run.stdout.split('\n').filter((line) => line !== '');
  return {
    status: run.status,
    answers: written.map((line) => JSON.parse(line) as unknown),
    stderr: run.stderr
  };
}

describe('aids:simulate', () => {
  it('answers line by line, in order, and says the speed on standard error', () => {
    const { status, answers, stderr } = simulate('2026-03', [
      JSON.stringify({ id: 'é', input: household }),
      JSON.stringify({ id: 2, input: household })
    ]);
    expect(answers).toMatchObject([
      { id: 'é', result: { rsa: 646.52, aah: [0], css: 'free' } },
      { id: 2, result: { rsa: 646.52 } }
    ]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/2 households, 0 refused, \d+ households\/s/);
  }, 30_000);

  it('answers a malformed or refused line with its error, goes on, and exits with 1', () => {
    const { status, answers } = simulate('2026-09', [
      'not json',
      JSON.stringify({
        id: 'a',
        input: { ...household, adults: [{ age: 40, activity: 'inactive', net_salary: -1 }] }
      }),
      JSON.stringify({ input: household }),
      'null',
      '{"id":"cut \\"off\\"","input":{"adults":[',
      '{"id": 12, "input": }',
      '{"id":"never ended',
      '',
      JSON.stringify({ id: 'b', input: household })
    ]);
    expect(answers).toMatchObject([
      { id: null, error: { code: 'not_json' } },
      { id: 'a', error: { code: 'amount_negative', path: 'adults[0].net_salary' } },
      { id: null, error: { code: 'id_missing' } },
      { id: null, error: { code: 'id_missing' } },
      { id: 'cut "off"', error: { code: 'not_json' } },
      { id: 12, error: { code: 'not_json' } },
      { id: null, error: { code: 'not_json' } },
      { id: 'b', result: { rsa: 651.69 } }
    ]);
    expect(status).toBe(1);
  }, 30_000);

  it('names the values that should have been renewed, beside the answers', () => {
    const tenant = { ...household, housing: { status: 'hlm', zone: 2, rent: 430 } };
    const lines = [JSON.stringify({ id: 1, input: tenant }), JSON.stringify({ id: 2, input: household })];
    const { answers, stderr, status } = simulate('2026-10', lines);
    expect(answers.map((answer) => Object.keys(answer as object))).toEqual([
      ['id', 'result'],
      ['id', 'result']
    ]);
    expect(stderr).toContain('housing_charges (2025-10)');
    expect(status).toBe(0);
  }, 30_000);

  it('refuses a key nobody reads, names its nearest spelling, goes on, and exits with 1', () => {
    const misspelt = { ...household, adults: [{ age: 40, activity: 'employed', net_salery: 1200 }] };
    const { status, answers } = simulate('2026-09', [
      JSON.stringify({ id: 1, tag: 'what stands beside the household is the caller’s', input: household }),
      JSON.stringify({ id: 2, input: misspelt }),
      JSON.stringify({ id: 3, input: { ...misspelt, hello: 1 } })
    ]);
    const salary = { path: 'adults[0].net_salery', nearest: 'net_salary' };
    expect(answers).toMatchObject([
      { id: 1, result: { rsa: 651.69 } },
      { id: 2, error: { code: 'unknown_keys', keys: [salary] } },
      { id: 3, error: { code: 'unknown_keys', keys: [{ path: 'hello', nearest: null }, salary] } }
    ]);
    expect(status).toBe(1);
  }, 30_000);

  it('reads lines as other systems write them: a mark at the start, returns before line feeds, --month=', () => {
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(ROOT, 'src/bin/simulate-aids.ts'), '--month=2026-09'],
      { cwd: ROOT, input: `\uFEFF${JSON.stringify({ id: 1, input: household })}\r\n\r\n`, encoding: 'utf8' }
    );
    expect(run.stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ id: 1, result: { rsa: 651.69 } });
    expect(run.status).toBe(0);
  }, 30_000);

  it.each(['2026-13', '', '1999-01'])(
    'refuses the month %j',
    (month) => {
      expect(simulate(month, [])).toMatchObject({ status: 2, answers: [] });
    },
    30_000
  );
});
