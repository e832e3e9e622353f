import { addDays, type LocalDate } from '$lib/kernel';
import { FAMILY, type Channel, type ProposedContact } from './contact';
import { activePause } from './pauses';
import { isRequestedChannel, type PreparedQuestion } from './question';
import { stop, type RuleTrace, type StoppingRule } from './rule-trace';

/** A rule that looks at a day: the stop with its numbers, or null when it has nothing against the contact. */
export type DayRule = (question: PreparedQuestion, day: LocalDate) => RuleTrace<StoppingRule> | null;

/** Visits, social networks, the workplace and third parties: never, whatever the policy says. */
export const neverRule: DayRule = ({ proposed }) => {
  if (proposed.channel === 'visit') return stop('visit_never');
  if (proposed.channel === 'social_network') return stop('social_network_never');
  if (proposed.atWork) return stop('workplace_never');
  return proposed.recipient === 'third_party' ? stop('third_party_never') : null;
};

/** A sign-in code does not come by telephone, a first letter only on paper. */
export const purposeChannelRule: DayRule = ({ proposed, purpose }) => {
  const allowed = purpose.onlyBy;
  const channel = proposed.channel as Channel;
  return allowed && !allowed.includes(channel) ? stop('channel_not_for_purpose', { channel }) : null;
};

/**
 * After a death everything stops for 120 days (C. civil 771), then the estate or its notaire may get letters.
 * The person herself is never written to again, not even a code: nobody should enter in her name.
 */
export const deathRule: DayRule = ({ facts, proposed, policy }, day) => {
  const toEstate = proposed.recipient === 'estate';
  if (facts.deceasedOn === null) return toEstate ? stop('third_party_never') : null;
  const untilOn = addDays(facts.deceasedOn, policy.numbers.deathSilenceDays);
  if (day < untilOn) return stop('person_deceased', { untilOn, days: policy.numbers.deathSilenceDays });
  return toEstate && proposed.channel === 'letter' ? null : stop('estate_by_letter_only');
};

/**
 * A protected adult or a minor is reached through the person who stands for her. What she asks herself (a code,
 * an answer to her message) goes to her all the same: to leave her without an answer would protect nobody.
 */
export const representativeRule: DayRule = ({ facts, proposed }) => {
  const toRepresentative = proposed.recipient === 'representative';
  if (proposed.recipient === 'estate') return null;
  if (facts.standing === 'self') return toRepresentative ? stop('no_representative') : null;
  const isHerOwnAct = proposed.purpose === 'sign_in_code' || proposed.purpose === 'answer_to_debtor';
  return toRepresentative || isHerOwnAct ? null : stop('representative_only');
};

/**
 * A code goes to the phone or mailbox she proved to hold. On paper it goes to the address of the file, and whoever knows her
 * reference can ask for that: somebody she fears, or whoever lives where she once did.
 */
const isCodeToHerself = ({ purpose, channel }: ProposedContact) =>
  purpose === 'sign_in_code' && channel !== 'letter';

/** In safe-contact mode only what she called safe, and no mail home: not a code either, whoever asks for it. */
export const safeContactRule: DayRule = ({ facts, proposed }) => {
  if (facts.safeChannels === null || proposed.channel === 'app') return null;
  if (isCodeToHerself(proposed)) return null;
  const isSafe = facts.safeChannels.includes(proposed.channel as Channel);
  return isSafe ? null : stop('safe_channels_only', { channel: proposed.channel as Channel });
};

/**
 * During a pause only answers to what she did go out. When it is not sure that the right person is behind the
 * address, nothing does but a code to what she proved to hold.
 */
export const pauseRule: DayRule = ({ facts, policy, proposed, purpose }, day) => {
  if (isCodeToHerself(proposed) || proposed.recipient === 'estate') return null;
  const held = purpose.survivesPause
    ? facts.pauses.filter((pause) => pause.reason === 'identity_problem')
    : facts.pauses;
  const active = activePause(held, day, policy);
  if (!active) return null;
  return stop('paused', {
    pause: active.pause.reason,
    ...(active.resumesOn && { untilOn: active.resumesOn })
  });
};

/** Once her case is closed nobody writes or calls about it any more. It holds until the case is reopened. */
export const closedRule: DayRule = ({ facts, purpose }) =>
  facts.isClosed && !purpose.survivesClosing ? stop('case_closed') : null;

/** Out of the classic track nobody asks for money: the referent offers, answers, proposes. */
export const trackRule: DayRule = ({ facts, proposed }) =>
  proposed.purpose === 'demand' && facts.track !== 'classic' ? stop('no_demand_on_this_track') : null;

/** Nothing before the first letter (CPCE R124-4), and fourteen days to read it. */
export const firstLetterRule: DayRule = ({ facts, purpose, policy }, day) => {
  if (!purpose.needsFirstLetter) return null;
  if (facts.firstLetterOn === null) return stop('first_letter_missing');
  const days = policy.numbers.waitAfterFirstLetterDays;
  const untilOn = addDays(facts.firstLetterOn, days);
  return day < untilOn ? stop('first_letter_wait', { days, untilOn }) : null;
};

/**
 * A refused channel stays closed until she opens it, except for what she asks by it. After everything was refused:
 * sixty days of silence, then paper only; paper that answers what she did is not held by the silence.
 */
export const refusalRule: DayRule = ({ facts, proposed, policy, counts, purpose }, day) => {
  const channel = proposed.channel as Channel;
  if (channel === 'app' || isRequestedChannel(proposed)) return null;
  const { allRefusedOn, refusedChannels } = facts.preferences;
  const asVoice = FAMILY[channel] === 'call' && refusedChannels.includes('call');
  if (refusedChannels.includes(channel) || asVoice) return stop('channel_refused', { channel });
  if (allRefusedOn === null || allRefusedOn > day) return null;
  const days = policy.numbers.allRefusedSilenceDays;
  const untilOn = addDays(allRefusedOn, days);
  const isHeld = counts || purpose.asksToPay;
  if (isHeld && day < untilOn) return stop('all_refused_silence', { days, untilOn });
  return channel === 'letter' ? null : stop('all_refused_post_only', { channel });
};
