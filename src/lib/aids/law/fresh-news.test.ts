import { describe, expect, it } from 'vitest';
import { freshNews, type SeenSince, type ToldNews } from './fresh-news';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const news = (wishes: Partial<ToldNews> = {}): ToldNews => ({
  about: ['rsa'],
  foundAt: at('2026-11-02'),
  toldAt: at('2026-11-03'),
  ...wishes
});
const marked = (told: readonly ToldNews[], wishes: Partial<SeenSince> = {}) => [
  ...freshNews(told, { profileChangedAt: at('2026-10-01'), claimed: [], now: at('2026-11-24'), ...wishes })
];

describe('what is new to her since a change of the law', () => {
  it('is each aid and right that gained, with the latest moment it was found', () => {
    const later = news({ about: ['rsa', 'aide-de-rennes'], foundAt: at('2026-11-20') });
    const both = [
      ['rsa', at('2026-11-20')],
      ['aide-de-rennes', at('2026-11-20')]
    ];
    expect(marked([news(), later])).toEqual(both);
    expect(marked([later, news()])).toEqual(both);
  });

  it('ends when she claims it, when she saves her answers again, and when she erases them', () => {
    expect(marked([news()], { claimed: ['rsa'] })).toEqual([]);
    expect(marked([news()], { profileChangedAt: at('2026-11-05') })).toEqual([]);
    expect(marked([news()], { profileChangedAt: null })).toEqual([]);
  });

  it('lasts sixty days from the day she was told', () => {
    expect(marked([news()], { now: at('2027-01-01') })).toHaveLength(1);
    expect(marked([news()], { now: at('2027-01-02') })).toEqual([]);
  });
});
