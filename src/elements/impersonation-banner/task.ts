import type { ImpersonationError } from '../../core/errors.js';
import type { Messages } from '../messages/en.js';

type What = 'end' | 'extend' | 'mode' | 'refresh';

/** What the banner is doing for the one who pressed a button, or how that failed. */
export type Task =
  | { readonly is: 'idle' }
  | { readonly is: 'busy'; readonly what: What }
  | { readonly is: 'failed'; readonly what: What; readonly error: ImpersonationError };

export const isBusy = (task: Task, what?: What): boolean =>
  task.is === 'busy' && (what === undefined || task.what === what);

/** The sentence for an error. */
export const sentenceOf = ({ code, message }: ImpersonationError, messages: Messages): string =>
  messages.errors[code] ?? message;
