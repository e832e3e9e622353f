import type { Right, Scope } from '$lib/aids';
import { m, number } from '$lib/i18n';
import { typedNumber } from '../../fault-words';
import {
  AUDIENCE_WORDS,
  BODY_WORDS,
  CHECK_WORDS,
  KIND_WORDS,
  LOAN_WORDS,
  PAY_WORDS,
  THEME_WORDS
} from '../../right-words';
import type { SentTexts } from './condition-form';

/** One box of the form of a right. */
export interface RightField {
  /** The path in the record: `ask.place`. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly kind: 'text' | 'area' | 'select' | 'check';
  readonly value: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Folded away with the places. */
  readonly isMore?: true;
}

type Record_ = Record<string, unknown>;

const asOptions = (words: Readonly<Record<string, () => string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label: label() }));
const optional = (none: string, words: Readonly<Record<string, () => string>>) => [
  { value: '', label: none },
  ...asOptions(words)
];
const joined = (codes: readonly string[] | undefined) => codes?.join(', ') ?? '';

const SCOPES: readonly (readonly [keyof Scope, () => string])[] = [
  ['departements', m.veille_field_scope_departements],
  ['communes', m.veille_field_scope_communes],
  ['epcis', m.veille_field_scope_epcis],
  ['regions', m.veille_field_scope_regions],
  ['postcodes', m.veille_field_scope_postcodes],
  ['exceptEpcis', m.veille_field_scope_except]
];
const LISTS = ['arrears', 'engine', 'replaces'] as const;
const TEXTS = [
  'name',
  'kind',
  'theme',
  'who',
  'what',
  'amount',
  'law',
  'source',
  'url',
  'applyUrl',
  'knownOn',
  'checked',
  'loan',
  'audience'
] as const;

/** The boxes of the form, filled with what is known of a right; empty for a new one. */
export function rightFields(right: Right | null): readonly RightField[] {
  const { ask, pays } = right ?? {};
  const text = (name: string, label: string, value?: string, help?: string): RightField => ({
    name,
    label,
    kind: 'text',
    value: value ?? '',
    ...(help && { help })
  });
  const more = (field: RightField): RightField => ({ ...field, isMore: true });
  return [
    ...(right ? [] : [text('id', m.veille_field_id())]),
    text('name', m.veille_field_name(), right?.name),
    { ...text('who', m.veille_field_who(), right?.who), kind: 'area' },
    { ...text('what', m.veille_field_what(), right?.what), kind: 'area' },
    text('amount', m.veille_field_amount(), right?.amount),
    text(
      'pays.most',
      m.veille_field_pays_most(),
      pays && number(pays.most, 2),
      m.veille_field_pays_most_help()
    ),
    {
      ...text('pays.per', m.veille_field_pays_per(), pays?.per ?? 'once'),
      kind: 'select',
      options: asOptions(PAY_WORDS)
    },
    text('ask.place', m.veille_field_ask_place(), ask?.place),
    text('ask.phone', m.veille_field_ask_phone(), ask?.phone),
    text('ask.address', m.veille_field_ask_address(), ask?.address),
    { ...text('papers', m.veille_field_papers(), right?.papers?.join('\n')), kind: 'area' },
    text('law', m.veille_field_law(), right?.law),
    text('source', m.veille_field_source(), right?.source),
    text('url', m.veille_field_url(), right?.url),
    text('applyUrl', m.veille_field_apply_url(), right?.applyUrl),
    text('knownOn', m.veille_field_known_on(), right?.knownOn, m.veille_field_known_on_help()),
    {
      ...text('checked', m.veille_field_checked(), right?.checked ?? 'no'),
      kind: 'select',
      options: asOptions(CHECK_WORDS)
    },
    ...[
      {
        ...text('kind', m.veille_field_kind(), right?.kind),
        kind: 'select',
        options: asOptions(KIND_WORDS)
      } as const,
      {
        ...text('theme', m.veille_field_theme(), right?.theme),
        kind: 'select',
        options: asOptions(THEME_WORDS)
      } as const,
      {
        ...text('ask.body', m.veille_field_ask_body(), ask?.body),
        kind: 'select',
        options: optional('–', BODY_WORDS)
      } as const,
      {
        ...text('loan', m.veille_field_loan(), right?.loan),
        kind: 'select',
        options: optional(m.veille_field_loan_no(), LOAN_WORDS)
      } as const,
      {
        ...text('audience', m.veille_field_audience(), right?.audience),
        kind: 'select',
        options: optional(m.veille_field_audience_none(), AUDIENCE_WORDS)
      } as const,
      { ...text('urgent', m.veille_field_urgent(), right?.urgent ? 'yes' : ''), kind: 'check' } as const,
      ...SCOPES.map(([key, label]) =>
        text(`scope.${key}`, label(), joined(right?.scope?.[key]), m.veille_field_scope_help())
      ),
      text('arrears', m.veille_field_arrears(), joined(right?.arrears)),
      text('engine', m.veille_field_engine(), joined(right?.engine)),
      text('replaces', m.veille_field_replaces(), joined(right?.replaces))
    ].map(more)
  ];
}

const typed = (texts: SentTexts, name: string) => {
  const value = texts[name];
  return typeof value === 'string' ? value.trim() : '';
};
const codesIn = (text: string) =>
  text
    .split(/[,;\s]+/)
    .map((code) => code.trim())
    .filter(Boolean);

function filled(entries: readonly (readonly [string, unknown])[]): Record_ {
  return Object.fromEntries(
    entries.filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0))
  );
}

/** The record a form writes with its condition (undefined: everyone), for the schema to judge. */
export function typedRight(texts: SentTexts, when: unknown): Record_ {
  const lines = typed(texts, 'papers')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const scope = filled(SCOPES.map(([key]) => [key, codesIn(typed(texts, `scope.${key}`))] as const));
  const ask = filled(
    (['place', 'body', 'phone', 'address'] as const).map((key) => [key, typed(texts, `ask.${key}`)] as const)
  );
  const most = typed(texts, 'pays.most');
  return {
    ...filled(TEXTS.map((name) => [name, typed(texts, name)] as const)),
    ...filled(LISTS.map((name) => [name, codesIn(typed(texts, name))] as const)),
    ...(lines.length > 0 && { papers: lines }),
    ...(typed(texts, 'urgent') === 'yes' && { urgent: true }),
    ...(most !== '' && { pays: { most: typedNumber(most), per: typed(texts, 'pays.per') } }),
    ask,
    ...(Object.keys(scope).length > 0 && { scope }),
    ...(when !== undefined && { when })
  };
}
