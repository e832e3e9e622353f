import { describe, expect, it } from 'vitest';
import { intervalOf, RETAINED, RETENTION } from './retention';
import { retentionLines } from './ui/retention-words';

describe('how long things are kept', () => {
  it('is positive for each, and never longer than the case', () => {
    const whole = intervalOf(RETENTION.whole_case.keep).months;
    for (const code of RETAINED) {
      const { months, days } = intervalOf(RETENTION[code].keep);
      expect(months + days, code).toBeGreaterThan(0);
      expect(months * 31 + days, code).toBeLessThanOrEqual(whole * 31);
    }
  });

  it('is told line by line, with the figures of the table', () => {
    const told = retentionLines();
    expect(told).toHaveLength(RETAINED.length);
    const until = Object.fromEntries(told.map(({ code, until }) => [code, until.replaceAll(/\s/g, ' ')]));
    expect(until).toMatchObject({
      entry_links: '3 jours au plus',
      letter_codes: '90 jours au plus',
      ended_signals: '30 jours après leur fin',
      situation_words: '6 mois après leur lecture',
      survey_comments: '12 mois au plus',
      journal: '5 ans au plus',
      answers: '6 mois après la fermeture du dossier',
      whole_case: '5 ans après la fermeture du dossier'
    });
  });
});
