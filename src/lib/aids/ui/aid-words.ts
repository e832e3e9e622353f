import { isAidKey, type AidKey, type Benefit, type BodyType } from '$lib/aids';
import { m } from '$lib/i18n';

type Words = () => string;

/** The name people know it by. */
export const AID_NAME: Readonly<Record<AidKey, Words>> = {
  rsa: m.aids_name_rsa,
  prime_activite: m.aids_name_prime_activite,
  aide_logement: m.aids_name_aide_logement,
  reduction_loyer_solidarite: m.aids_name_reduction_loyer_solidarite,
  af: m.aids_name_af,
  cf: m.aids_name_cf,
  asf: m.aids_name_asf,
  paje_base: m.aids_name_paje_base,
  prime_naissance: m.aids_name_prime_naissance,
  ars: m.aids_name_ars,
  aeeh: m.aids_name_aeeh,
  aah: m.aids_name_aah,
  mva: m.aids_name_mva,
  aspa: m.aids_name_aspa,
  asi: m.aids_name_asi,
  ass: m.aids_name_ass,
  css: m.aids_name_css,
  cheque_energie: m.aids_name_cheque_energie,
  bourse_college: m.aids_name_bourse_college,
  bourse_lycee: m.aids_name_bourse_lycee
};

const OTHER_BENEFIT_NAME: Readonly<Record<Exclude<Benefit, AidKey>, Words>> = {
  are: m.aids_benefit_are,
  pch: m.aids_benefit_pch
};

/** The name of a benefit she may receive, computed here or not. */
export function benefitName(benefit: Benefit): string {
  return isAidKey(benefit) ? AID_NAME[benefit]() : OTHER_BENEFIT_NAME[benefit]();
}

/** What it is, in one plain sentence. */
export const AID_WHAT: Readonly<Record<AidKey, Words>> = {
  rsa: m.aids_what_rsa,
  prime_activite: m.aids_what_prime_activite,
  aide_logement: m.aids_what_aide_logement,
  reduction_loyer_solidarite: m.aids_what_reduction_loyer_solidarite,
  af: m.aids_what_af,
  cf: m.aids_what_cf,
  asf: m.aids_what_asf,
  paje_base: m.aids_what_paje_base,
  prime_naissance: m.aids_what_prime_naissance,
  ars: m.aids_what_ars,
  aeeh: m.aids_what_aeeh,
  aah: m.aids_what_aah,
  mva: m.aids_what_mva,
  aspa: m.aids_what_aspa,
  asi: m.aids_what_asi,
  ass: m.aids_what_ass,
  css: m.aids_what_css,
  cheque_energie: m.aids_what_cheque_energie,
  bourse_college: m.aids_what_bourse_college,
  bourse_lycee: m.aids_what_bourse_lycee
};

/** Where to ask, and how. */
export const AID_WHERE: Readonly<Record<AidKey, Words>> = {
  rsa: m.aids_where_rsa,
  prime_activite: m.aids_where_prime_activite,
  aide_logement: m.aids_where_aide_logement,
  reduction_loyer_solidarite: m.aids_where_reduction_loyer_solidarite,
  af: m.aids_where_af,
  cf: m.aids_where_cf,
  asf: m.aids_where_asf,
  paje_base: m.aids_where_paje_base,
  prime_naissance: m.aids_where_prime_naissance,
  ars: m.aids_where_ars,
  aeeh: m.aids_where_aeeh,
  aah: m.aids_where_aah,
  mva: m.aids_where_mva,
  aspa: m.aids_where_aspa,
  asi: m.aids_where_asi,
  ass: m.aids_where_ass,
  css: m.aids_where_css,
  cheque_energie: m.aids_where_cheque_energie,
  bourse_college: m.aids_where_bourse_college,
  bourse_lycee: m.aids_where_bourse_lycee
};

/** The type of body to ask; null where nothing is asked, or where the school or a site takes the claim. */
export const AID_BODY: Readonly<Record<AidKey, BodyType | null>> = {
  rsa: 'caf',
  prime_activite: 'caf',
  aide_logement: 'caf',
  reduction_loyer_solidarite: null,
  af: 'caf',
  cf: 'caf',
  asf: 'caf',
  paje_base: 'caf',
  prime_naissance: 'caf',
  ars: 'caf',
  aeeh: 'mdph',
  aah: 'mdph',
  mva: 'caf',
  aspa: 'carsat',
  asi: 'cpam',
  ass: 'france_travail',
  css: 'cpam',
  cheque_energie: null,
  bourse_college: null,
  bourse_lycee: null
};

/** What to have at hand. */
export const AID_PAPERS: Readonly<Record<AidKey, Words>> = {
  rsa: m.aids_papers_rsa,
  prime_activite: m.aids_papers_prime_activite,
  aide_logement: m.aids_papers_aide_logement,
  reduction_loyer_solidarite: m.aids_papers_reduction_loyer_solidarite,
  af: m.aids_papers_af,
  cf: m.aids_papers_cf,
  asf: m.aids_papers_asf,
  paje_base: m.aids_papers_paje_base,
  prime_naissance: m.aids_papers_prime_naissance,
  ars: m.aids_papers_ars,
  aeeh: m.aids_papers_aeeh,
  aah: m.aids_papers_aah,
  mva: m.aids_papers_mva,
  aspa: m.aids_papers_aspa,
  asi: m.aids_papers_asi,
  ass: m.aids_papers_ass,
  css: m.aids_papers_css,
  cheque_energie: m.aids_papers_cheque_energie,
  bourse_college: m.aids_papers_bourse_college,
  bourse_lycee: m.aids_papers_bourse_lycee
};

/** The official site, as text. */
export const AID_SITE: Readonly<Record<AidKey, Words>> = {
  rsa: m.aids_site_rsa,
  prime_activite: m.aids_site_prime_activite,
  aide_logement: m.aids_site_aide_logement,
  reduction_loyer_solidarite: m.aids_site_reduction_loyer_solidarite,
  af: m.aids_site_af,
  cf: m.aids_site_cf,
  asf: m.aids_site_asf,
  paje_base: m.aids_site_paje_base,
  prime_naissance: m.aids_site_prime_naissance,
  ars: m.aids_site_ars,
  aeeh: m.aids_site_aeeh,
  aah: m.aids_site_aah,
  mva: m.aids_site_mva,
  aspa: m.aids_site_aspa,
  asi: m.aids_site_asi,
  ass: m.aids_site_ass,
  css: m.aids_site_css,
  cheque_energie: m.aids_site_cheque_energie,
  bourse_college: m.aids_site_bourse_college,
  bourse_lycee: m.aids_site_bourse_lycee
};

/** Whom it is for, when it is not for this household. */
export const AID_CLOSED: Readonly<Record<AidKey, Words>> = {
  rsa: m.aids_closed_rsa,
  prime_activite: m.aids_closed_prime_activite,
  aide_logement: m.aids_closed_aide_logement,
  reduction_loyer_solidarite: m.aids_closed_reduction_loyer_solidarite,
  af: m.aids_closed_af,
  cf: m.aids_closed_cf,
  asf: m.aids_closed_asf,
  paje_base: m.aids_closed_paje_base,
  prime_naissance: m.aids_closed_prime_naissance,
  ars: m.aids_closed_ars,
  aeeh: m.aids_closed_aeeh,
  aah: m.aids_closed_aah,
  mva: m.aids_closed_mva,
  aspa: m.aids_closed_aspa,
  asi: m.aids_closed_asi,
  ass: m.aids_closed_ass,
  css: m.aids_closed_css,
  cheque_energie: m.aids_closed_cheque_energie,
  bourse_college: m.aids_closed_bourse_college,
  bourse_lycee: m.aids_closed_bourse_lycee
};

/** An address of the web as people read it. */
export function withoutProtocol(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
