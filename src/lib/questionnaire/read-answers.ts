/** Reading back what was stored: nothing is trusted that the present questions would not accept. */
import { ok, parseIsoDate, refused, type Result } from '$lib/kernel';
import { ANSWERS_VERSION, SKIPS, type Answers, type AnswerValue, type Entry, type Skip } from './answers';
import { rawFieldsOf } from './fields';
import { parseAnswer } from './parse-answer';
import { QUESTION_IDS, type QuestionId } from './question';
import { QUESTIONS } from './questions';

/** Why stored answers cannot be read. */
export type UnreadableAnswers =
  | { readonly code: 'answers_malformed' }
  | { readonly code: 'answers_version_unknown'; readonly version: unknown }
  | { readonly code: 'answer_unreadable'; readonly questionId: string };

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether this text names a question. */
export function isQuestionId(text: string): text is QuestionId {
  return (QUESTION_IDS as readonly string[]).includes(text);
}

/** Reads a whole record, as `JSON.parse` gives it. */
export function readAnswers(json: unknown): Result<Answers, UnreadableAnswers> {
  if (!isObject(json) || !isObject(json.entries)) return refused({ code: 'answers_malformed' });
  if (json.version !== ANSWERS_VERSION)
    return refused({ code: 'answers_version_unknown', version: json.version });
  const entries: Partial<Record<QuestionId, Entry>> = {};
  for (const [id, stored] of Object.entries(json.entries)) {
    const entry = isQuestionId(id) ? readEntry(id, stored) : null;
    if (entry === null) return refused({ code: 'answer_unreadable', questionId: id });
    entries[id as QuestionId] = entry;
  }
  return ok({ version: ANSWERS_VERSION, entries });
}

/** Reads one stored entry; null when it is not an answer to this question as it stands today. */
export function readEntry(id: QuestionId, stored: unknown): Entry | null {
  if (!isObject(stored) || typeof stored.answeredAt !== 'string') return null;
  const answeredOn = typeof stored.answeredOn === 'string' ? parseIsoDate(stored.answeredOn) : null;
  if (answeredOn === null) return null;
  const time = { answeredAt: stored.answeredAt, answeredOn };
  if ((SKIPS as readonly unknown[]).includes(stored.disposition))
    return { disposition: stored.disposition as Skip, ...time };
  if (stored.disposition !== 'answered') return null;
  const value = readValue(id, stored.value, time);
  return value === null ? null : { disposition: 'answered', value, ...time };
}

/** A stored value goes the way of a submitted one, so both are held to the same rules. */
function readValue(
  id: QuestionId,
  stored: unknown,
  time: Pick<Entry, 'answeredAt' | 'answeredOn'>
): AnswerValue | null {
  if (!isObject(stored) || stored.kind !== QUESTIONS[id].kind || !hasItsParts(stored)) return null;
  const value = stored as unknown as AnswerValue;
  const read = parseAnswer(id, rawFieldsOf({ disposition: 'answered', value, ...time }));
  return read.ok && read.value.disposition === 'answered' ? read.value.value : null;
}

function hasItsParts(value: Fields): boolean {
  const texts = (part: unknown) => Array.isArray(part) && part.every((one) => typeof one === 'string');
  switch (value.kind) {
    case 'one_choice':
      return typeof value.choice === 'string';
    case 'several_choices':
      return texts(value.choices);
    case 'times':
      return texts(value.slots) && typeof value.neverAtWork === 'boolean';
    case 'free_text':
      return typeof value.text === 'string';
    case 'left_over':
      return value.bound === 'nothing' || Number.isSafeInteger(value.amountCents);
    case 'household':
      return (
        Number.isSafeInteger(value.adults) &&
        isObject(value.childrenByBand) &&
        areCounts(value.childrenByBand)
      );
    default:
      return false;
  }
}

function areCounts(counts: Fields): boolean {
  return Object.values(counts).every(
    (count) => Number.isSafeInteger(count) && Number(count) >= 0 && Number(count) <= 20
  );
}
