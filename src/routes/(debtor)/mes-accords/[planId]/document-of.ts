import { firmHours } from '$lib/contact-policy/ui/firm-hours';
import { m } from '$lib/i18n';
import { cents, type LocalDate } from '$lib/kernel';
import { confirmationOf, rfReference, strictestRules, type ConfirmedDebt } from '$lib/plans';
import { agreedOnOf, type PlanSituation, type PlanWithSchedule } from '$lib/server/plans';

/** All that the document of an agreement shows; null while it is no agreement. */
export function documentOf(plan: PlanWithSchedule, situation: PlanSituation, referentName: string) {
  const agreedOn = agreedOnOf(plan);
  const { schedule } = plan;
  const { basis } = situation;
  const rf = rfReference(basis.reference);
  if (!agreedOn || !schedule || !rf.ok) return null;
  const covered = situation.context.debts.filter(({ debtId }) => plan.terms.own.debtIds.includes(debtId));
  const { firstName, lastName, reference } = basis;
  return {
    confirmation: confirmationOf({
      personName: `${firstName} ${lastName}`,
      collectorName: m.public_firm_name(),
      caseReference: reference,
      agreedOn,
      debts: confirmedDebts(plan, situation),
      schedule
    }),
    terms: plan.onTheTable.terms,
    rf: rf.value,
    principalFirst: strictestRules(covered.map(({ rules }) => rules)).principalFirst,
    referent: {
      name: referentName,
      phone: m.public_firm_phone(),
      hours: firmHours()
    }
  };
}

/** The covered lines in the order she chose, each element apart. */
function confirmedDebts(plan: PlanWithSchedule, { debts, context }: PlanSituation): ConfirmedDebt[] {
  return plan.terms.own.debtIds.flatMap((wanted) => {
    const debt = debts.find(({ id }) => id === wanted);
    const owed = context.debts.find(({ debtId }) => debtId === wanted);
    if (!debt || !owed) return [];
    return [
      {
        debtId: debt.id,
        creditorName: debt.creditorName,
        mandateReference: debt.mandateReference,
        contractReference: debt.contractReference,
        principalCents: debt.principalCents,
        interestCents: debt.interestCents,
        accessoriesCents: debt.accessoriesCents,
        paidCents: debt.paidCents,
        owedCents: cents(owed.owedCents),
        letterReference: debt.letterReference,
        letterSentOn: debt.letterSentOn as LocalDate
      }
    ];
  });
}
