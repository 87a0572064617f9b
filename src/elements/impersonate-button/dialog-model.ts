import type { LocalizeController } from '../internal/localize.js';
import type { Ending, StartFlow } from './start-flow.js';

/** What the views of the dialog are drawn from. */
export interface DialogModel {
  readonly flow: StartFlow;
  readonly localize: LocalizeController<'button'>;
  /** How sentences call the person. */
  readonly name: string;
  /** As the page knows it, until the backend has answered. */
  readonly email: string;
  readonly categories: readonly string[];
  /** An address with `{case}` in it; empty when there is none. */
  readonly caseHref: string;
  readonly close: () => void;
  /** Whether what is recorded has to be acknowledged. */
  readonly acknowledge: boolean;
  readonly submit: (event: Event, ending?: Ending) => void;
}
