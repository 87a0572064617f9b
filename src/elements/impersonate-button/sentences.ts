import { ImpersonationError } from '../../core/errors.js';
import { reasonLength } from '../../core/vocabulary.js';
import type { LocalizeController } from '../internal/localize.js';
import type { Wrong } from './draft.js';

/** What to tell a person about an error. */
export function sentenceFor(error: ImpersonationError, localize: LocalizeController<'button'>): string {
  const { messages } = localize;
  if (error.code === 'rate_limited' && error.retryAfter) {
    return messages.button.retryAfter({ duration: localize.duration(error.retryAfter) });
  }
  return localize.error(error);
}

/** What to tell a person about a field that is not right yet. */
export function problemSentence(code: Wrong, localize: LocalizeController<'button'>): string {
  const { button } = localize.messages;
  switch (code) {
    case 'reason_too_short':
      return button.reasonTooShort({ min: localize.number(reasonLength.min) });
    case 'reason_too_long':
      return button.reasonTooLong({ max: localize.number(reasonLength.max) });
    case 'not_acknowledged':
      return button.notAcknowledged;
    case 'case_number_required':
      return button.caseNumberRequired;
    case 'case_number_invalid':
      return button.caseNumberInvalid;
    default:
      return sentenceFor(new ImpersonationError(code), localize);
  }
}
