import { describe, expect, it } from 'vitest';
import { errorOf, typedIn } from './form-error';

const errors = [
  { field: 'amount', message: 'Écrivez un nombre, par exemple 35' },
  { field: 'amount', message: 'Un autre message' }
];

describe('a refused form', () => {
  it('shows the first thing to correct beside its field, and nothing beside the others', () => {
    expect(errorOf(errors, 'amount')).toBe('Écrivez un nombre, par exemple 35');
    expect(errorOf(errors, 'start')).toBeNull();
    expect(errorOf(undefined, 'amount')).toBeNull();
  });

  it('keeps what was typed', () => {
    expect(typedIn({ amount: 'trente' }, 'amount', '35')).toBe('trente');
    expect(typedIn({ amount: '' }, 'amount', '35')).toBe('');
    expect(typedIn(undefined, 'amount', '35')).toBe('35');
    expect(typedIn({ days: ['1', '2'] }, 'days')).toBe('');
  });
});
