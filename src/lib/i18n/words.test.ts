import { describe, expect, it } from 'vitest';
import { capital, list, plural, quoted } from './words';

describe('French counting', () => {
  it.each([
    [0, 'mois'],
    [1, 'mois'],
    [1.5, 'mois'],
    [2, 'années'],
    [-1, 'mois'],
    [-2, 'années']
  ])('%d takes %s', (count, word) => {
    expect(plural(count, 'mois', 'années')).toBe(word);
  });
});

describe('a list of words', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a et b'],
    [['a', 'b', 'c'], 'a, b et c']
  ])('%j reads "%s"', (words, text) => {
    expect(list(words)).toBe(text);
  });
});

it('quotes with guillemets that hold their word', () => {
  expect(quoted('Une séparation.')).toBe('«\u00a0Une séparation.\u00a0»');
});

it('puts a capital at the head of a sentence, accent included', () => {
  expect(capital('été')).toBe('Été');
});
