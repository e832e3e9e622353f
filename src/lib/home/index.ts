/** What a person sees at a glance: what is asked of her, the one next step, and where each line stands. Pure. */
export { debtState, type DebtFacts, type DebtState } from './debt-state';
export { greetingOf, partOfDay, type Greeting, type PartOfDay } from './greeting';
export {
  SOON_DUE_DAYS,
  nextStep,
  whatIsExpected,
  type Expected,
  type HomeFacts,
  type NextStep
} from './next-step';
