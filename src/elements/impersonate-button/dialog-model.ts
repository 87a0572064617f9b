import type { LocalizeController } from '../internal/localize.js';
import type { StartFlow } from './start-flow.js';

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
  readonly submit: (event: Event) => void;
}
