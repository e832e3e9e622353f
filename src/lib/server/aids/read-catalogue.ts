import type { z } from 'zod';
import type { Condition, Family, Right } from '$lib/aids';
import {
  contactsSchema,
  cumulationSchema,
  familySchema,
  rightSchema,
  situationsSchema,
  type CatalogueSources
} from './right-schema';

/** The contents of the data files, parsed from YAML. */
export interface CatalogueFiles {
  /** By file name. */
  readonly national: Readonly<Record<string, unknown>>;
  readonly recorded: unknown;
  readonly families: unknown;
  readonly contacts: unknown;
  readonly situations: unknown;
  readonly cumulation: unknown;
}

type Faults = string[];

function read<T>(name: string, schema: z.ZodType<T>, content: unknown, faults: Faults): T | null {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  faults.push(...result.error.issues.map((issue) => `${name}: ${issue.path.join('.')}: ${issue.message}`));
  return null;
}

function readRights(name: string, content: unknown, faults: Faults): readonly Right[] {
  if (!Array.isArray(content)) {
    faults.push(`${name}: not a list of rights`);
    return [];
  }
  return content.flatMap((entry: { id?: string }, place) => {
    const right = read(`${name}: ${entry.id ?? place}`, rightSchema, entry, faults);
    return right ? [right as Right] : [];
  });
}

/** The situations a condition asks about. */
export function situationsIn(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(situationsIn);
  if ('any' in condition) return condition.any.flatMap(situationsIn);
  if ('not' in condition) return situationsIn(condition.not);
  return 'situation' in condition ? [condition.situation] : [];
}

function situationFaults({ national, recorded, families, situations }: CatalogueSources): readonly string[] {
  const used = new Set(
    [...national, ...recorded, ...Object.values(families)].flatMap(({ when }) => situationsIn(when))
  );
  return [
    ...[...used]
      .filter((code) => !(code in situations))
      .map((code) => `situations.yaml: no question for ${code}`),
    ...Object.keys(situations)
      .filter((code) => !used.has(code))
      .map((code) => `situations.yaml: no condition uses ${code}`)
  ];
}

/** The ids of the rights that families make. */
export function memberIds({ contacts: { contacts, metropoles, cafs } }: CatalogueSources): readonly string[] {
  return [
    ...Object.keys(contacts).flatMap((departement) => [`fsl-${departement}`, `faj-${departement}`]),
    ...metropoles.map(({ siren }) => `fsl-epci-${siren}`),
    ...Object.keys(cafs).map((departement) => `caf-action-sociale-${departement}`)
  ];
}

function idFaults(sources: CatalogueSources): readonly string[] {
  const { national, recorded, families, cumulation } = sources;
  const own = [...national, ...recorded].map(({ id }) => id);
  const all = [...own, ...memberIds(sources)];
  const known = new Set(all);
  const named = [
    ...[...national, ...recorded, ...Object.values(families)].flatMap(({ replaces }) => replaces ?? []),
    ...cumulation.rights.flatMap(({ keep, insteadOf }) => [keep, insteadOf])
  ];
  return [
    ...all.filter((id, place) => all.indexOf(id) !== place).map((id) => `${id}: written twice`),
    ...named.filter((id) => !known.has(id)).map((id) => `${id}: named, but there is no such right`)
  ];
}

/** The catalogue read and checked, or what is wrong with it in words, each with the right's id. */
export function readCatalogue(files: CatalogueFiles): {
  readonly sources: CatalogueSources | null;
  readonly faults: readonly string[];
} {
  const faults: Faults = [];
  const national = Object.entries(files.national).flatMap(([name, content]) =>
    readRights(name, content, faults)
  );
  const recorded = readRights('recorded.yaml', files.recorded, faults);
  const families: Record<string, Family> = {};
  for (const [name, content] of Object.entries((files.families ?? {}) as object)) {
    const family = read(`families.yaml: ${name}`, familySchema, content, faults);
    if (family) families[name] = family as Family;
  }
  const contacts = read('departements.yaml', contactsSchema, files.contacts, faults);
  const situations = read('situations.yaml', situationsSchema, files.situations, faults);
  const cumulation = read('cumulation.yaml', cumulationSchema, files.cumulation, faults);
  if (!contacts || !situations || !cumulation || faults.length > 0) return { sources: null, faults };
  const sources = { national, recorded, families, contacts, situations, cumulation } as CatalogueSources;
  return { sources, faults: [...situationFaults(sources), ...idFaults(sources)] };
}
