import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Simulator, checkHousehold, readMonth, type AidAmounts, type Household } from '$lib/aids';

interface Reference {
  readonly id: string;
  readonly label: string;
  readonly input: Household;
  readonly expected: AidAmounts;
  readonly caveats: readonly string[];
}

/** Fields that differ from the reference on purpose, with the reason. */
const DIFFERENCES: Readonly<Record<string, { readonly fields: readonly string[]; readonly why: string }>> = {
  typ215: {
    fields: ['aide_logement', 'prime_activite', 'prime_activite_net_crds'],
    why: 'R822-11 CCH: 95 € are deducted for two adults who work; the reference does not'
  },
  rnd021: {
    fields: ['cf', 'cf_net_crds'],
    why: 'R532-1 CSS: two earners means income from work; the reference counts unemployment benefit'
  }
};

const lines = readFileSync(join(import.meta.dirname, 'reference-households.jsonl'), 'utf8')
  .trim()
  .split('\n');
const references = lines.map((line) => JSON.parse(line) as Reference);
const month = readMonth('2026-09');
const simulator = new Simulator(month.ok ? month.value : 0);

describe('the reference households of September 2026', () => {
  it('are 314, all found valid', () => {
    expect(references).toHaveLength(314);
    for (const { id, input } of references)
      expect({ id, ...checkHousehold(input, simulator.month) }).toMatchObject({ id, ok: true });
  });

  it.each(references.map((reference) => [reference.id, reference.label, reference] as const))(
    '%s, %s: every field to the cent, except those listed with a reason',
    (id, _label, { input, expected }) => {
      const differing = DIFFERENCES[id]?.fields ?? [];
      const without = (amounts: AidAmounts) =>
        Object.fromEntries(Object.entries(amounts).filter(([field]) => !differing.includes(field)));
      expect(without(simulator.amountsOf(input))).toEqual(without(expected));
    }
  );

  it('lists no difference that no longer exists', () => {
    for (const [id, { fields }] of Object.entries(DIFFERENCES)) {
      const reference = references.find((known) => known.id === id) as Reference;
      const amounts = simulator.amountsOf(reference.input);
      for (const field of fields)
        expect(amounts[field as keyof AidAmounts], `${id} ${field}`).not.toEqual(
          reference.expected[field as keyof AidAmounts]
        );
    }
  });
});
