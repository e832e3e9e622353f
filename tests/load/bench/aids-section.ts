import { benchAids } from '../bench-aids';
import type { Figure } from './figure';

/** What the aid engine costs, beside its targets. */
export async function measureAids(): Promise<Figure[]> {
  const {
    oneHouseholdMicrosMedian,
    bulkPerSecond,
    bundleBrotliBytes,
    lawTextsBrotliBytes,
    rightsBrotliBytes
  } = await benchAids();
  const section = 'aids';
  return [
    {
      section,
      name: 'one household, all national aids',
      value: oneHouseholdMicrosMedian,
      unit: 'µs',
      target: { atMost: 50 }
    },
    {
      section,
      name: 'bulk, on one core',
      value: bulkPerSecond,
      unit: 'households/s',
      target: { atLeast: 50_000 }
    },
    {
      section,
      name: 'engine and parameters',
      value: bundleBrotliBytes / 1000,
      unit: 'KB',
      target: { atMost: 20 }
    },
    { section, name: 'law texts, loaded by “why” only', value: lawTextsBrotliBytes / 1000, unit: 'KB' },
    { section, name: 'rights, loaded with the result', value: rightsBrotliBytes / 1000, unit: 'KB' }
  ];
}
