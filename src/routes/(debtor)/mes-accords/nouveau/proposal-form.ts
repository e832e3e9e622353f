import { z } from 'zod';
import { EMPTY_FIELDS, type ProposalFields, type ProposalRefusal } from '$lib/plans';

const text = (start: string) => z.string().optional().default(start);

/** The form as it comes: every field a text, read further by `readProposal`. */
export const proposalForm = z.object({
  mode: text(EMPTY_FIELDS.mode),
  amount: text(EMPTY_FIELDS.amount),
  rhythm: text(EMPTY_FIELDS.rhythm),
  dayOfMonth: text(EMPTY_FIELDS.dayOfMonth),
  weekday: text(EMPTY_FIELDS.weekday),
  rest: text(EMPTY_FIELDS.rest),
  debtIds: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat())),
  warningVersion: z.string().optional(),
  warningRead: z.string().optional()
});

/** The fields of the proposal, apart from the warning of the second page. */
export function fieldsOf(form: z.output<typeof proposalForm>): ProposalFields {
  const { mode, amount, rhythm, dayOfMonth, weekday, rest, debtIds } = form;
  return { mode, amount, rhythm, dayOfMonth, weekday, rest, debtIds };
}

/** The field where a refusal of the rule is best put right. */
export function fieldOfRefusal({ code }: ProposalRefusal): string {
  if (code.startsWith('debt_') || code === 'no_debt_chosen') return 'debtIds';
  if (code.startsWith('rest_') && code !== 'rest_or_symbolic_only') return 'rest';
  return code === 'rest_or_symbolic_only' || code === 'surendettement_receivable' ? 'mode' : 'amount';
}
