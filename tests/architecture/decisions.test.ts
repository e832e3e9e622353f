import { expect, it } from 'vitest';
import { projectFiles, textOf } from './sources';

const decisions = projectFiles.filter((file) => file.startsWith('docs/decisions/'));

it('every decision has a number of its own, the same in its name and its title, and a status', () => {
  const numbers = decisions.map((file) => /\/(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1] ?? file);
  expect(new Set(numbers).size, numbers.join(' ')).toBe(numbers.length);
  for (const [index, file] of decisions.entries()) {
    const text = textOf(file);
    expect(text, file).toMatch(new RegExp(`^# ${Number(numbers[index])}\\. `));
    expect(text, file).toMatch(/^Status: (accepted|replaced)/m);
  }
});
