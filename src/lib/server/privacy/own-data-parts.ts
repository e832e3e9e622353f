import { euros, m } from '$lib/i18n';
import { cents } from '$lib/kernel';
import type { OwnDataParts } from '$lib/privacy';
import type { OwnNews } from '../aids';
import type { OwnData } from './load-own-data';

/** What a change of the law brought her; a right without a sum is no gain of nothing. */
function newsWords({ gainCents }: OwnNews): string {
  if (gainCents === null) return m.privacy_export_right_found();
  return m.privacy_export_gain({ amount: euros(cents(gainCents), { cents: 'when-needed' }) });
}

/** The parts of her file under French names, without what is only machinery (hashes, ids of staff). */
export function ownDataParts(data: OwnData): OwnDataParts {
  const { head, person, referentName } = data;
  return {
    dossier: {
      reference: head.reference,
      parcours: head.track,
      referent: referentName,
      ouvert_le: head.createdAt,
      derniere_visite: head.lastSeenAt
    },
    personne: {
      civilite: person.title,
      prenom: person.firstName,
      nom: person.lastName,
      date_naissance: person.birthDate,
      adresse: person.address,
      code_postal: person.postcode,
      ville: person.city,
      email: person.email,
      email_confirme_le: person.emailConfirmedAt,
      telephone: person.phone,
      telephone_confirme_le: person.phoneConfirmedAt
    },
    sommes_demandees: data.debts.map(
      ({ planRules: _rules, creditorId: _creditor, tellsProposals: _tells, ...debt }) => debt
    ),
    sommes_changees: data.debtChanges.map(({ debtId, field, before, after, changedAt }) => ({
      somme: debtId,
      quoi: field,
      avant: before,
      apres: after,
      quand: changedAt
    })),
    reponses: Object.entries(data.answers.entries).map(([question, entry]) => ({ question, ...entry })),
    signaux: data.signals.map((row) => ({
      signal: row.signal,
      depuis: row.raisedAt,
      fin: row.endedAt,
      pourquoi_fini: row.endedWhy,
      mots_de_la_referente: row.words
    })),
    signaux_vus: data.signalViews.map(({ signalId, name, seenAt }) => ({
      signal: signalId,
      par: name,
      quand: seenAt
    })),
    accords: data.plans.map(({ decidedBy: _by, ...plan }) => ({
      ...plan,
      echeances: data.instalments.get(plan.id) ?? []
    })),
    propositions_dites_aux_creanciers: data.creditorNotices.map(
      ({ creditorName, reference, receivedAt, passedOnAt, owedCents, restMonths, instalmentCents }) => ({
        creancier: creditorName,
        reference,
        recue_le: receivedAt,
        transmise_le: passedOnAt,
        reste_du_centimes: owedCents,
        mois_de_repos: restMonths,
        versement_centimes: instalmentCents
      })
    ),
    messages: data.messages.map((line) => ({
      auteur: line.author,
      nom: line.authorName,
      texte: line.body || line.systemLine,
      envoye_le: line.sentAt,
      lu_le: line.readAt
    })),
    contacts: data.contacts.map(({ staffId: _staff, ...line }) => line),
    preferences_de_contact: data.contactFacts.preferences,
    pauses: data.contactFacts.pauses,
    // who said it may be somebody else: their words and address are theirs (GDPR art. 15(4))
    dit_a_l_entree: data.situations.map(({ kind, reportedAt, handledAt }) => ({
      quoi: kind,
      quand: reportedAt,
      traite_le: handledAt
    })),
    aides: {
      simulation_gardee: data.aidProfile,
      demarches: data.aidClaims.map(({ right, ...claim }) => ({ nom: right?.name ?? claim.aid, ...claim })),
      nouvelles: data.aidNews.map((news) => ({ quoi: newsWords(news), ...news }))
    },
    decisions: data.decisions.map(({ staffId: _staff, ...decision }) => decision),
    journal: data.journal.map(({ actorKind, actorName, action, at }) => ({
      qui: actorName ?? actorKind,
      quoi: action,
      quand: at
    }))
  };
}
