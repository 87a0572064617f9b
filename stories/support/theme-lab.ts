/**
 * Where a designer tries colors on, beside the elements that wear them.
 *
 * @module
 */

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

import type { TabSession } from '../../src/client/index.js';
import { createStagedClient } from './stage.js';
import { inTab } from './memory-tab.js';
import {
  colorOf,
  contrastsOf,
  defaults,
  toCss,
  toDesignTokens,
  type Scheme,
  type Theme,
} from './theme-tokens.js';
import { styles } from './theme-lab.styles.js';

const schemes = ['light', 'dark'] as const;
const shapes = [
  { name: '--ik-radius', label: 'Corners', unit: 'px', min: 0, max: 20, step: 1, usual: 8 },
  { name: '--ik-space', label: 'Distance', unit: 'px', min: 2, max: 6, step: 0.5, usual: 4 },
  { name: '--ik-density', label: 'Density', unit: '', min: 0.8, max: 1.4, step: 0.1, usual: 1 },
] as const;

export class ThemeLab extends LitElement {
  static override styles = styles;
  static override properties = {
    tab: { attribute: false },
    theme: { state: true },
    shape: { state: true },
    copied: { state: true },
  };

  declare tab: TabSession | undefined;
  declare theme: Theme;
  declare shape: Readonly<Record<string, number>>;
  declare copied: string;
  readonly #client = createStagedClient({ sessions: 4 });

  constructor() {
    super();
    this.#reset();
  }

  protected override render(): TemplateResult {
    const css = toCss(this.theme, this.#shapes());
    return html`
      <div class="editor">
        <table>
          <caption>
            Colors
          </caption>
          <thead>
            <tr>
              <th scope="col">Token</th>
              <th scope="col">Light</th>
              <th scope="col">Dark</th>
            </tr>
          </thead>
          <tbody>
            ${Object.keys(this.theme).map((name) => this.#row(name))}
          </tbody>
        </table>
        ${shapes.map(
          ({ name, label, unit, min, max, step }) =>
            html`<label class="shape">
              <span>${label}</span>
              <input
                type="range"
                min=${min}
                max=${max}
                step=${step}
                .value=${String(this.shape[name])}
                @input=${(event: Event) => {
                  this.shape = { ...this.shape, [name]: (event.target as HTMLInputElement).valueAsNumber };
                }}
              />
              <output>${this.shape[name]}${unit}</output>
            </label>`,
        )}
        <div class="take">
          <button type="button" @click=${() => this.#copy('CSS', css)}>Copy CSS</button>
          <button type="button" @click=${() => this.#copy('Design tokens', toDesignTokens(this.theme))}>
            Copy design tokens
          </button>
          <button type="button" @click=${() => this.#reset()}>Start again</button>
          <span role="status">${this.copied}</span>
        </div>
        <pre tabindex="0" aria-label="The style sheet">${css}</pre>
      </div>
      ${schemes.map((scheme) => this.#preview(scheme))}
    `;
  }

  #row(name: string): TemplateResult {
    return html`<tr>
      <th scope="row">${name}</th>
      ${schemes.map((scheme) => html`<td>${this.#swatch(name, scheme)}${this.#judge(name, scheme)}</td>`)}
    </tr>`;
  }

  #swatch(name: string, scheme: Scheme): TemplateResult {
    return html`<input
      type="color"
      aria-label=${`${name}, ${scheme}`}
      .value=${colorOf(this.theme, name)[scheme]}
      @input=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        this.theme = { ...this.theme, [name]: { ...colorOf(this.theme, name), [scheme]: value } };
      }}
    />`;
  }

  #judge(name: string, scheme: Scheme) {
    const contrasts = contrastsOf(this.theme, name, scheme);
    if (!contrasts.length) return nothing;
    return contrasts.map(
      ({ ground, ratio, enough }) =>
        html`<span class="ratio ${enough ? '' : 'short'}" title="on ${ground}"
          >${enough ? '' : 'Too little: '}${ratio.toFixed(1)}</span
        >`,
    );
  }

  #preview(scheme: Scheme): TemplateResult {
    const wear = (ground: Element | undefined) => {
      if (!(ground instanceof HTMLElement)) return;
      for (const [name, pair] of Object.entries(this.theme)) {
        ground.style.setProperty(`--ik-color-${name}`, pair[scheme]);
      }
      for (const { name, unit } of shapes)
        ground.style.setProperty(name, `${String(this.shape[name])}${unit}`);
    };
    return html`<section class="ground ${scheme}" aria-label="${scheme} preview" ${ref(wear)}>
      ${
        this.tab &&
        inTab(
          this.tab,
          html`<impersonation-banner layout="flow" mark=""></impersonation-banner>
            <p>
              <impersonation-guard when="impersonating"><button>Change card</button></impersonation-guard>
            </p>`,
        )
      }
      <p>
        <impersonate-button user-id="u_42" user-name="Dana Fox" .client=${this.#client}></impersonate-button>
        <impersonate-button variant="link" user-id="u_42" user-name="Dana Fox" .client=${this.#client}>
        </impersonate-button>
      </p>
      <session-audit-table period="all" timezone="utc" .client=${this.#client}></session-audit-table>
    </section>`;
  }

  #shapes(): Record<string, string> {
    return Object.fromEntries(
      shapes
        .filter(({ name, usual }) => this.shape[name] !== usual)
        .map(({ name, unit }) => [name, `${String(this.shape[name])}${unit}`]),
    );
  }

  #reset(): void {
    this.theme = defaults;
    this.shape = Object.fromEntries(shapes.map(({ name, usual }) => [name, usual]));
    this.copied = '';
  }

  async #copy(what: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = `${what} copied.`;
    } catch {
      this.copied = `The browser does not let this page copy; the style sheet is below.`;
    }
  }
}

customElements.define('theme-lab', ThemeLab);

declare global {
  interface HTMLElementTagNameMap {
    'theme-lab': ThemeLab;
  }
}
