import type { Right } from '../catalogue/right';
import { NOTHING_ANSWERED, type KeptAnswers } from '../interview/answers-kept';
import type { RawAnswer } from '../interview/fields';
import type { ScreenId } from '../interview/screens';

/** Rennes, as the screen of the place keeps it. */
export const RENNES = {
  postcode: '35000',
  insee: '35238',
  departement: '35',
  region: '53',
  epci: '243500139'
};

/** Answers kept by someone of 40, alone, put up for nothing, without income; each screen may be said otherwise. */
export function keptAnswers(
  screens: Partial<Record<ScreenId, RawAnswer>> = {},
  more: Partial<KeptAnswers> = {}
): KeptAnswers {
  const said = Object.entries<RawAnswer>({
    scope: { scope: 'none' },
    couple: { couple: 'no' },
    children: { children: 'no' },
    age: { age_0: '40' },
    activity: { activity_0: 'inactive' },
    income: {},
    housing: { housing: 'hosted_free' },
    ...screens
  });
  const passed = said.map(([screen, raw]) => ({ screen: screen as ScreenId, raw }));
  return { ...NOTHING_ANSWERED, passed, ...more };
}

/** An aid of the city of Rennes for everybody, of which nobody knows the sum. */
export function aRight(wishes: Partial<Right> = {}): Right {
  return {
    id: 'aid-of-rennes',
    name: 'Aide de Rennes',
    kind: 'aid',
    theme: 'energy',
    who: 'Habitant de Rennes',
    what: 'Une part de la dette',
    ask: { place: 'CCAS' },
    source: 'Ville de Rennes',
    url: 'https://rennes.exemple',
    checked: 'no',
    scope: { communes: ['35238'] },
    ...wishes
  };
}
