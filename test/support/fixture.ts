/**
 * Puts a template on the page for one test, and takes it away after it.
 *
 * @module
 */

import axe from 'axe-core';
import { render, type TemplateResult } from 'lit';

const mounted: HTMLElement[] = [];

// The page's own controls, which some browsers make a pixel too small, or too pale once they are dimmed.
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  'main :is(button, [role=button]) { min-block-size: 24px; background: Canvas; color: CanvasText }',
);
document.adoptedStyleSheets.push(sheet);

afterEach(() => {
  for (const container of mounted.splice(0)) container.remove();
});

/** Renders into a new container in the document, and answers with it once every Lit element has rendered. */
export async function fixture(template: TemplateResult): Promise<HTMLElement> {
  const container = document.createElement('main');
  document.body.append(container);
  mounted.push(container);
  render(template, container);
  await settled(container);
  return container;
}

/** Resolves once each Lit element below `root` is up to date. */
export async function settled(root: ParentNode): Promise<void> {
  for (const element of root.querySelectorAll('*')) {
    await (element as Partial<{ updateComplete: Promise<unknown> }>).updateComplete;
    if (element.shadowRoot) await settled(element.shadowRoot);
  }
}

/** Fails with what axe finds wrong below `root`: every rule of WCAG 2.2 A and AA, and the best practices. */
export async function expectAccessible(root: Element): Promise<void> {
  const { violations } = await axe.run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } }, // of pages, not of fixtures
  });
  if (!violations.length) return;
  const lines = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n  ${nodes.map((n) => `${n.html} (${n.failureSummary ?? ''})`).join('\n  ')}`,
  );
  throw new Error(`Not accessible:\n${lines.join('\n')}`);
}
