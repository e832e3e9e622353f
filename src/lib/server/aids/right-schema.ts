import { z } from 'zod';
import {
  ACTIVITIES,
  AIDS,
  ARREARS,
  AUDIENCES,
  BODY_TYPES,
  CHECKS,
  HOUSING_STATUSES,
  OTHER_BENEFITS,
  PAY_RHYTHMS,
  RIGHT_KINDS,
  THEMES,
  type AidKey,
  type Alternative,
  type AidPair,
  type Condition,
  type Family,
  type Right
} from '$lib/aids';

const text = z.string().trim().min(2);
const id = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]*$/, 'not an id');
const link = z.url({ protocol: /^https?$/ });
const when = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'not a year, month or day');
const AID_KEYS = AIDS.map(({ key }) => key) as [AidKey, ...AidKey[]];
const aidKey = z.enum(AID_KEYS);
const benefit = z.enum([...AID_KEYS, ...OTHER_BENEFITS]);
const age = z.number().int().min(0).max(120).nullable();
const range = z
  .tuple([age, age])
  .refine(([least, most]) => least !== null || most !== null, 'an age range without bounds')
  .refine(([least, most]) => least === null || most === null || least <= most, 'an age range upside down');
const euros = z.number().positive().max(200_000);
const ceilings = z.strictObject({
  bySize: z.record(z.string().regex(/^[1-9]$/), euros),
  more: euros.optional()
});

/** Who has a right, as data; one key says which kind of condition it is. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(2) }),
    z.strictObject({ any: z.array(conditionSchema).min(2) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ adultAge: range }),
    z.strictObject({ anyoneAge: range }),
    z.strictObject({ childAge: range }),
    z.strictObject({ children: z.number().int().min(1).max(15), unborn: z.literal(true).optional() }),
    z.strictObject({ couple: z.boolean() }),
    z.strictObject({ activity: z.array(z.enum(ACTIVITIES)).min(1) }),
    z.strictObject({ housing: z.array(z.enum(HOUSING_STATUSES)).min(1) }),
    z.strictObject({ disability: z.number().min(0).max(1) }),
    z.strictObject({ disabledChild: z.literal(true) }),
    z.strictObject({ monthlyIncome: ceilings }),
    z.strictObject({ yearlyTaxIncome: ceilings }),
    z.strictObject({ quotient: z.strictObject({ of: z.enum(['caf', 'tax']), max: euros }) }),
    z.strictObject({ aid: z.array(aidKey).min(1) }),
    z.strictObject({ benefit: z.array(benefit).min(1) }),
    z.strictObject({ situation: z.string() }),
    z.strictObject({ arrears: z.array(z.enum(ARREARS)).min(1) }),
    z.strictObject({ inDebt: z.literal(true) }),
    z.strictObject({ words: z.literal(true) })
  ])
) as z.ZodType<Condition>;

const codes = (pattern: RegExp) => z.array(z.string().regex(pattern, 'not a code')).min(1).optional();
const scope = z
  .strictObject({
    communes: codes(/^\d[\dAB]\d{3}$/),
    epcis: codes(/^\d{9}$/),
    departements: codes(/^(\d[\dAB]|97\d)$/),
    regions: codes(/^\d\d$/),
    postcodes: codes(/^\d{5}$/),
    exceptEpcis: codes(/^\d{9}$/)
  })
  .refine(({ exceptEpcis: _, ...places }) => Object.values(places).some((place) => place), 'nowhere at all');

const shared = {
  name: text.max(120),
  kind: z.enum(RIGHT_KINDS),
  theme: z.enum(THEMES),
  loan: z.enum(['loan', 'either']).optional(),
  urgent: z.literal(true).optional(),
  audience: z.enum(AUDIENCES).optional(),
  arrears: z.array(z.enum(ARREARS)).min(1).optional(),
  engine: z.array(aidKey).min(1).optional(),
  who: text.max(240),
  what: text.max(320),
  amount: text.max(200).optional(),
  pays: z.strictObject({ most: euros, per: z.enum(PAY_RHYTHMS) }).optional(),
  ask: z.strictObject({
    place: text.max(160),
    body: z.enum(BODY_TYPES).optional(),
    phone: z
      .string()
      .regex(/^\+?[\d ]{3,20}$/, 'not a phone number')
      .optional(),
    address: text.max(200).optional()
  }),
  papers: z.array(text).min(1).optional(),
  when: conditionSchema.optional(),
  replaces: z.array(id).min(1).optional(),
  law: text.optional(),
  source: text,
  url: link,
  applyUrl: link.optional(),
  knownOn: when.optional(),
  checked: z.enum(CHECKS)
};

/** A right, as it is written in `src/lib/aids/catalogue/data` and edited at the desk. */
export const rightSchema = z.strictObject({ id, ...shared, scope: scope.optional() });
/** What the aids of one family have in common. */
export const familySchema = z.strictObject(shared);

const contact = z.strictObject({
  place: text,
  phone: z.string().optional(),
  address: text.optional(),
  url: link,
  knownOn: when.optional(),
  exceptEpcis: codes(/^\d{9}$/)
});
/** Who runs the aids of the families in each place. */
export const contactsSchema = z.strictObject({
  contacts: z.record(z.string(), contact),
  metropoles: z.array(z.strictObject({ siren: z.string().regex(/^\d{9}$/), name: text })),
  cafs: z.record(z.string(), text)
});
/** Who runs the aids of the families in each place. */
export type Contacts = z.infer<typeof contactsSchema>;

/** Questions by situation. */
export const situationsSchema = z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), text.max(120));

/** What cannot be had together. */
export const cumulationSchema = z.strictObject({
  aids: z.array(
    z.strictObject({
      first: z.enum([...AID_KEYS, 'are']),
      second: aidKey,
      how: z.enum(['exclusive', 'counted']),
      law: text,
      url: link,
      words: text
    })
  ),
  rights: z.array(
    z.strictObject({
      keep: id,
      insteadOf: id,
      why: z.enum(['exclusive', 'local']),
      words: text,
      law: text.optional()
    })
  )
});

/** Everything the catalogue is made of. */
export interface CatalogueSources {
  readonly national: readonly Right[];
  readonly recorded: readonly Right[];
  readonly families: Readonly<Record<string, Family>>;
  readonly contacts: Contacts;
  readonly situations: Readonly<Record<string, string>>;
  readonly cumulation: { readonly aids: readonly AidPair[]; readonly rights: readonly Alternative[] };
}
