/** The codes a person may choose from, question by question, in the order shown. Their words are in `ui/`. */
export const CHOICES = {
  first_need: ['pay_smaller', 'postpone', 'understand', 'aids', 'be_heard', 'contest'],
  channel: ['message', 'phone', 'letter', 'helper'],
  income_sources: [
    'wages',
    'own_business',
    'unemployment',
    'retirement',
    'rsa',
    'activity_bonus',
    'family_benefits',
    'housing_benefit',
    'disability',
    'sick_leave',
    'child_support',
    'student_grant',
    'relatives',
    'varies',
    'none'
  ],
  recent_change: ['work', 'health', 'separation', 'bereavement', 'birth', 'move', 'other', 'none'],
  rejected_payments: ['none', 'one_to_four', 'five_or_more'],
  card_withdrawn: ['yes', 'no'],
  overindebtedness_file: ['none', 'preparing', 'filed', 'receivable', 'plan_running'],
  left_over: ['nothing', 'less_than', 'about'],
  going_without: ['no', 'sometimes', 'often'],
  unexpected_expense: ['yes', 'with_effort', 'no'],
  other_urgent: ['rent', 'energy', 'water', 'other', 'none'],
  exchange_needs: [
    'more_time',
    'large_text',
    'easy_read',
    'language',
    'interpreter',
    'written_recap',
    'one_person',
    'no_phone',
    'companion',
    'none'
  ],
  money_control: ['no', 'trusted_helper', 'guardian', 'worries_me'],
  feeling: ['fine', 'heavy', 'too_much'],
  tell_referent: ['yes', 'no']
} as const;

/** A question answered by choosing among codes. */
export type ChoiceQuestionId = keyof typeof CHOICES;

/** The codes of one question. */
export type ChoiceOf<Q extends ChoiceQuestionId> = (typeof CHOICES)[Q][number];

/** In a question with several choices: the code that excludes all others ("aucune", "rien de particulier"). */
export const EXCLUSIVE_CHOICE = 'none';

/** Bands of children's ages, both ends included. Ages themselves are not kept, names never asked. */
export const AGE_BANDS = ['0-2', '3-5', '6-10', '11-13', '14-17', '18-20', '21-24'] as const;

/** One band of ages, `first-last`, in full years. */
export type AgeBand = (typeof AGE_BANDS)[number];

/** Days on which a person may be called; Saturday only because she asks for it, and only in the morning. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** One day of the grid. */
export type Day = (typeof DAYS)[number];

/** Moments of a day. */
export const MOMENTS = ['morning', 'afternoon', 'evening'] as const;

/** One moment of the grid. */
export type Moment = (typeof MOMENTS)[number];

/** A cell of the times grid: `mon_morning`. */
export type Slot = `${Day}_${Moment}`;

/** All cells that exist, in reading order. */
export const SLOTS: readonly Slot[] = DAYS.flatMap((day) =>
  MOMENTS.filter((moment) => day !== 'sat' || moment === 'morning').map((moment): Slot => `${day}_${moment}`)
);

/** ISO weekday (1 Monday) and hours of a cell on the person's own clock, first included, last excluded. */
export function slotHours(slot: Slot): { weekday: number; fromHour: number; toHour: number } {
  const [day, moment] = slot.split('_') as [Day, Moment];
  const weekday = DAYS.indexOf(day) + 1;
  if (moment === 'morning') return { weekday, fromHour: 10, toHour: day === 'sat' ? 12 : 13 };
  return moment === 'afternoon'
    ? { weekday, fromHour: 14, toHour: 17 }
    : { weekday, fromHour: 17, toHour: 19 };
}
