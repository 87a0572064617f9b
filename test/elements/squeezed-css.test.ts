import { expect } from 'chai';
import type { CSSResult } from 'lit';

import { restStyles } from '../../src/elements/impersonation-banner/rest.styles.js';
import { panelStyles } from '../../src/elements/impersonation-user-search/panel.styles.js';
import { dialogStyles } from '../../src/elements/internal/dialog.styles.js';
import * as kit from '../../src/index.js';
import { squeezeCss } from '../../tools/squeeze-css.mjs';

const classes = Object.entries(kit).flatMap(([name, exported]) =>
  typeof exported === 'function' && 'styles' in exported
    ? [[name, [exported.styles as CSSResult[]].flat(3)] as const]
    : [],
);
const brought = [['what comes later', [restStyles, panelStyles, dialogStyles]]] as const;

/** The rules as the browser understands them. */
function rulesOf(css: string): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  // What stands beside a variable is kept to the letter, space and all.
  return [...sheet.cssRules].map(({ cssText }) => cssText.replace(/\s+/g, ' ').replace(/([,:]) /g, '$1'));
}

describe('the styles that are published', () => {
  it('are those of every element', () => {
    expect(classes).to.have.lengthOf(8);
  });

  for (const [name, styles] of [...classes, ...brought]) {
    it(`are to the browser what was written: ${name}`, () => {
      for (const { cssText } of styles) {
        const [, squeezed = ''] = /^css`(.*)`\s*$/s.exec(squeezeCss(`css\`${cssText}\``)) ?? [];

        expect(squeezed.length).to.be.lessThan(cssText.length);
        expect(rulesOf(squeezed)).to.deep.equal(rulesOf(cssText));
      }
    });
  }
});
