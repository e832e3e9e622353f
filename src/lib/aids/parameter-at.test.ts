import { describe, expect, it } from 'vitest';
import { explain } from './explanation';
import { parameterAt, parameterSources } from './parameter-at';

const SEPTEMBER_2026 = 2026 * 12 + 8;

describe('the parameters an explanation names', () => {
  it('each have a value, a law, a link and a day checked', async () => {
    const sources = await parameterSources();
    const household = {
      adults: [{ age: 36, activity: 'employed' as const, net_salary: 1200 }],
      children: [{ age: 6 }],
      housing: { status: 'hlm' as const, zone: 2 as const, rent: 300 }
    };
    for (const { parameters } of explain(household, SEPTEMBER_2026))
      for (const slot of parameters) {
        const found = parameterAt(sources, slot, SEPTEMBER_2026);
        expect(found?.value).not.toBeNaN();
        expect(found?.source.law.length).toBeGreaterThan(4);
        expect(found?.source.url).toMatch(/^https:\/\//);
        expect(found?.source.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
  });

  it('keep rows of a scale, old months and the value of the month asked', async () => {
    const sources = await parameterSources();
    const base = sources.find(({ name }) => name === 'rsa_base');
    expect(base?.from).toContain('2026-04');
    expect(parameterAt(sources, base?.slot ?? -1, SEPTEMBER_2026)?.value).toBe(651.69);
    expect(parameterAt(sources, base?.slot ?? -1, 2026 * 12 + 2)?.value).toBe(646.52);
    const scale = sources.find(({ name }) => name === 'rent_ceiling_zone_2');
    expect(parameterAt(sources, (scale?.slot ?? 0) + 1, SEPTEMBER_2026)).toMatchObject({
      row: 'couple',
      value: 355.38
    });
    expect(parameterAt(sources, 99_999, SEPTEMBER_2026)).toBeNull();
  });

  it('says by how much a limit is missed', () => {
    const rich = {
      adults: [{ age: 36, activity: 'employed' as const, net_salary: 4000 }],
      children: [{ age: 9 }],
      housing: { status: 'homeless' as const }
    };
    const [grant] = explain(rich, SEPTEMBER_2026, ['ars']);
    // 4000 € net: 44 755.39 € net taxable; ceiling for one child 28 956.20 €
    expect(grant?.limit?.ceiling).toBeCloseTo(28_956.2, 2);
    expect(grant?.limit?.over).toBeCloseTo(44_755 - 28_956.2, -1);
    expect(grant?.steps.at(-1)).toMatchObject({
      name: 'ars_annual',
      value: 0,
      law: 'L543-1 CSS, D543-1 CSS'
    });
  });
});
