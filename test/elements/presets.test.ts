import '../../src/elements/impersonation-banner/define.js';
import '../../src/elements/impersonation-guard/define.js';

import { expect } from 'chai';

import { sampleSession } from '../../src/client/memory-seed.js';
import { tokens } from '../../src/elements/internal/tokens.js';
import bootstrap from '../../src/presets/bootstrap.css?inline';
import carbon from '../../src/presets/carbon.css?inline';
import material from '../../src/presets/material.css?inline';
import shadcn from '../../src/presets/shadcn.css?inline';
import { auditPage } from '../support/audit-page.js';
import { expectAccessible } from '../support/fixture.js';
import { hostThemes, type HostTheme } from '../support/host-themes.js';
import { byRole, until } from '../support/screen.js';
import { startPage } from '../support/start-dialog.js';

const presets = { bootstrap, carbon, material, shadcn };
const root = document.documentElement;

for (const theme of hostThemes) {
  describe(`the preset for ${theme.name}`, () => {
    for (const scheme of ['light', 'dark'] as const) {
      describe(`on a ${scheme} page`, () => {
        dressed(theme, scheme);

        it('is legible in the dialog, also where something is wrong', async () => {
          const { page, open, submit, type } = await startPage();
          await open();
          await expectAccessible(page);
          type(/^Reason/, 'no');
          submit();

          await until(() => byRole(page, 'textbox', /^Reason/).ariaInvalid === 'true');
          await expectAccessible(page);
        });

        it('is legible in the table, also while somebody revokes', async () => {
          const { page, press, root } = await auditPage({ sessions: [sampleSession({ id: 'is_1' })] });
          await expectAccessible(page);
          press(/^Revoke/);

          await until(() => byRole(root, 'dialog', /^Revoke/));
          await expectAccessible(page);
        });
      });
    }

    it('names only variables that the elements read', () => {
      const read = new Set(tokens.cssText.match(/--ik-[a-z-]+/g));
      const set = presets[theme.name].match(/--ik-[a-z-]+(?=:)/g) ?? [];

      expect(set.filter((name) => !read.has(name))).to.deep.equal([]);
    });

    it('reads only variables that its host sets, or says what to do without', () => {
      const needed = [...presets[theme.name].matchAll(/var\((--(?!ik-)[a-z0-9-]+)\)/g)].map(
        ([, name]) => name!,
      );
      const optional = ['--bs-body-font-family', '--bs-font-monospace'];

      expect(
        needed.filter(
          (name) => !(name in theme.light) && !optional.includes(name) && !name.startsWith('--mat-'),
        ),
      ).to.deep.equal([]);
    });
  });
}

/** Puts a host's clothes on the page for each test. */
function dressed(theme: HostTheme, scheme: 'light' | 'dark'): void {
  const sheet = new CSSStyleSheet();
  const declare = (values: object) =>
    Object.entries(values).map(([name, value]) => `${name}: ${String(value)};`);
  const colors = { ...theme.light, ...(scheme === 'dark' && theme.dark) };

  beforeEach(() => {
    sheet.replaceSync(
      `:root { ${declare(colors).join(' ')} } ${presets[theme.name]} body { background: var(--ik-color-surface); color: var(--ik-color-text); }`,
    );
    document.adoptedStyleSheets.push(sheet);
    if (scheme === 'dark') theme.darken(root);
  });
  afterEach(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    theme.lighten(root);
  });
}
