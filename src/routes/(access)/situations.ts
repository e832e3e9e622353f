import { m } from '$lib/i18n';

/** What somebody may say at the door instead of coming in: its address, its words, and whether an answer is needed. */
export const SITUATIONS = [
  {
    slug: 'pas-moi',
    kind: 'not_me',
    title: m.access_other_not_me,
    lead: m.access_other_not_me_lead,
    text: m.access_other_not_me_text,
    needsReply: false
  },
  {
    slug: 'deces',
    kind: 'deceased',
    title: m.access_other_deceased,
    lead: m.access_other_deceased_lead,
    text: m.access_other_deceased_text,
    needsReply: false
  },
  {
    slug: 'j-aide',
    kind: 'helped',
    title: m.access_other_helped,
    lead: m.access_other_helped_lead,
    text: m.access_other_helped_text,
    needsReply: true
  },
  {
    slug: 'tuteur',
    kind: 'represented',
    title: m.access_other_represented,
    lead: m.access_other_represented_lead,
    text: m.access_other_represented_text,
    needsReply: true
  }
] as const;

/** The situation of an address, or undefined. */
export function situationOf(slug: string): (typeof SITUATIONS)[number] | undefined {
  return SITUATIONS.find((situation) => situation.slug === slug);
}
