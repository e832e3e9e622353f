import {
  arrearsOf,
  draftOf,
  isAidKey,
  openCatalogue,
  placeOf,
  usualHousehold,
  type AidKey,
  type BodyType,
  type KeptAnswers,
  type Right
} from '$lib/aids';
import { fullDate, m, plural } from '$lib/i18n';
import { AID_BODY, AID_NAME, AID_PAPERS, AID_SITE, AID_WHERE, withoutProtocol } from './aid-words';
import { bodiesAround, type BodyView } from './body-view';
import { CHOICE_WORDS } from './question-words';
import type { Surroundings } from './surroundings';

/** A claim ready to be sent: to copy, to send by e-mail, to print. */
export interface LetterView {
  readonly name: string;
  readonly where: string;
  readonly body: BodyView | null;
  readonly subject: string;
  readonly text: string;
  /** Opens her own e-mail with the text; the address of the body is hers to write. */
  readonly mail: string;
  /** The official site, without its protocol; empty when unknown. */
  readonly site: string;
}

/** What is asked for, whichever list it comes from. */
interface Asked {
  readonly name: string;
  readonly isAid: boolean;
  readonly where: string;
  readonly body: BodyType | null;
  readonly papers: string;
  readonly site: string;
  readonly late: readonly string[];
  readonly grantOnly: boolean;
}

const askedAid = (key: AidKey): Asked => ({
  name: AID_NAME[key](),
  isAid: true,
  where: AID_WHERE[key](),
  body: AID_BODY[key],
  papers: AID_PAPERS[key](),
  site: AID_SITE[key](),
  late: [],
  grantOnly: false
});

function askedRight(right: Right, kept: KeptAnswers): Asked {
  const late = (arrearsOf(kept) ?? []).filter((one) => right.arrears?.includes(one));
  return {
    name: right.name,
    isAid: right.kind === 'aid',
    where: [right.ask.place, right.ask.address].filter(Boolean).join(', '),
    body: right.ask.body ?? null,
    papers: right.papers?.join(', ') ?? '',
    site: withoutProtocol(right.applyUrl ?? right.url),
    late: late.map((one) => CHOICE_WORDS['arrears']?.[one]?.() ?? one),
    grantOnly: right.loan === 'either'
  };
}

async function rightNamed(id: string, kept: KeptAnswers, around: Surroundings): Promise<Right | null> {
  const { NATIONAL_RIGHTS, openLocalAids } = await openCatalogue();
  const national = NATIONAL_RIGHTS.find((right) => right.id === id);
  if (national) return national;
  const { departement } = placeOf(kept);
  const file = departement ? await around.places.localAids(departement) : null;
  return (file && openLocalAids(file).find((right) => right.id === id)) ?? null;
}

function householdWords(kept: KeptAnswers): string {
  const { adults, children } = usualHousehold(draftOf(kept));
  const grown = plural(
    adults.length,
    m.aids_letter_adult_one(),
    m.aids_letter_adult_other({ count: String(adults.length) })
  );
  if (children.length === 0) return m.aids_letter_household({ who: grown });
  const young = plural(
    children.length,
    m.aids_letter_child_one(),
    m.aids_letter_child_other({ count: String(children.length) })
  );
  return m.aids_letter_household({ who: `${grown}, ${young}` });
}

const sentence = (words: string) => words.replace(/[.\s]+$/, '');

function textOf(asked: Asked, kept: KeptAnswers, body: BodyView | null, around: Surroundings): string {
  const to = body ? `${body.name}, ${body.address}` : sentence(asked.where);
  const opening = asked.isAid
    ? m.aids_letter_asks({ name: asked.name })
    : m.aids_letter_wants({ name: asked.name });
  const facts = [
    opening,
    householdWords(kept),
    ...(asked.late.length > 0 ? [m.aids_letter_late({ late: asked.late.join(', ') })] : []),
    ...(asked.grantOnly ? [m.aids_letter_grant()] : []),
    m.aids_letter_from_today()
  ];
  const papers = [
    ...(asked.papers ? [m.aids_letter_joined({ papers: sentence(asked.papers) })] : []),
    m.aids_letter_missing(),
    m.aids_letter_receipt()
  ];
  return [
    m.aids_letter_sender(),
    m.aids_letter_to({ to, day: fullDate(around.today) }),
    m.aids_letter_subject_line({ name: asked.name }),
    m.aids_letter_hello(),
    facts.join('\n'),
    papers.join('\n'),
    m.aids_letter_end()
  ].join('\n\n');
}

/** A claim for an aid (its key) or another right (its id), in words ready to send; null when there is none such. */
export async function letterView(
  what: string,
  kept: KeptAnswers,
  around: Surroundings
): Promise<LetterView | null> {
  const right = isAidKey(what) ? null : await rightNamed(what, kept, around);
  const asked = isAidKey(what) ? askedAid(what) : right && askedRight(right, kept);
  if (!asked) return null;
  const bodies = await bodiesAround(kept, around);
  const body = right?.ask.address ? null : bodies.of(asked.body);
  const subject = m.aids_letter_subject({ name: asked.name });
  const text = textOf(asked, kept, body, around);
  return {
    name: asked.name,
    where: asked.where,
    body,
    subject,
    text,
    mail: `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`,
    site: asked.site
  };
}
