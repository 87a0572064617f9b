import { property, state } from 'lit/decorators.js';

import { KitElement } from './kit-element.js';

/** An attribute that is taken away asks for nothing. */
export const orEmpty = { fromAttribute: (value: string | null) => value ?? '' };

/** A kit element that takes part in forms as a native field does. */
export abstract class FormElement extends KitElement {
  static readonly formAssociated = true;

  /** The name under which a form sends the value. */
  @property({ reflect: true, converter: orEmpty }) name = '';

  /** Keeps a form from being sent while there is no value. */
  @property({ type: Boolean, reflect: true }) required = false;

  /** Cannot be used for now. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  @state() private disabledAround = false;
  /** Whether a form was tried to be sent without a value, since the last reset. */
  @state() private refused = false;

  constructor() {
    super();
    this.addEventListener('invalid', () => (this.refused = true));
  }

  /** What a form sends. */
  abstract value: string;

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** What keeps a form from being sent, as in a native field. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** The sentence that says so. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether a form may be sent with this value. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** The same, and says so to whoever sits there. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** For the browser: the form is reset. */
  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '';
    this.refused = false;
  }

  /** For the browser: the element, or a fieldset around it, is switched off or on. */
  formDisabledCallback(disabled: boolean): void {
    this.disabledAround = disabled;
  }

  /** For the browser: fills in what was there before. */
  formStateRestoreCallback(value: string): void {
    this.value = value;
  }

  protected get isDisabled(): boolean {
    return this.disabled || this.disabledAround;
  }

  protected get isInvalid(): boolean {
    return this.refused && this.required && !this.value;
  }

  /** What the page's own `<label>` says; empty where there is none. */
  protected get labelAround(): string {
    const labels = [...this.internals.labels].map(({ textContent }) => textContent?.trim());
    return labels.filter(Boolean).join(' ');
  }

  /** Tells the form what there is now. `whyNot`: what to say where a value is missing, at `control`. */
  protected tellForm(whyNot: string, control: HTMLElement | null): void {
    this.internals.setFormValue(this.value || null);
    if (this.value || !this.required) this.internals.setValidity({});
    else this.internals.setValidity({ valueMissing: true }, whyNot, control ?? undefined);
  }
}
