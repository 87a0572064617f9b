/**
 * A browser in a person's hands: finds things by role and name, through every shadow root, and waits for what it is told
 * to see, never for a time.
 *
 * @module
 */

import { puppeteerCore } from '@web/test-runner-chrome';

import { chromeArgs, ensureChrome } from '../../../tools/browsers.mjs';

export type Browser = Awaited<ReturnType<typeof puppeteerCore.launch>>;
export type Page = Awaited<ReturnType<Browser['newPage']>>;

/** A browser, and all that its pages complained about. */
export async function openBrowser(): Promise<{ browser: Browser; complaints: string[] }> {
  const chrome = await ensureChrome();
  const browser = await puppeteerCore.launch({
    executablePath: chrome.path,
    args: chromeArgs,
    env: { ...process.env, ...chrome.env },
    defaultViewport: { width: 1280, height: 900 },
  });
  const complaints: string[] = [];
  browser.on('targetcreated', async (target) => {
    const page = await target.page();
    page?.on('pageerror', (error) => complaints.push(String(error)));
    page?.on('console', (message) => {
      // A refusal that the page asked for is reported by the browser as well; what matters is what the page makes of it.
      const refusal = message.text().startsWith('Failed to load resource');
      if (['error', 'warn'].includes(message.type()) && !refusal) complaints.push(message.text());
    });
  });
  return { browser, complaints };
}

export const find = (page: Page, role: string, name: string) =>
  page.locator(`::-p-aria([name="${name}"][role="${role}"])`);

/** Presses the button, link, tab … of this name, once there is one that can be pressed. */
export const press = (page: Page, role: string, name: string) => find(page, role, name).click();

/** Types into the field of this name, in place of what it holds. */
export const write = (page: Page, name: string, text: string, role = 'textbox') =>
  find(page, role, name).fill(text);

/** The full name of the first thing of this role whose name matches, among what is there now. */
export async function fullName(page: Page, role: string, pattern: RegExp): Promise<string> {
  const names: string[] = [];
  const rest = [await page.accessibility.snapshot()];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.role === role) names.unshift(node.name ?? '');
    rest.push(...(node.children ?? []));
  }
  const found = names.find((name) => pattern.test(name));
  if (found === undefined) throw new Error(`No ${role} is called ${String(pattern)}: ${names.join(' | ')}`);
  return found;
}

/** Waits until the page shows this text. */
export async function sees(page: Page, text: string | RegExp): Promise<void> {
  const pattern = typeof text === 'string' ? text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : text.source;
  try {
    await page.waitForFunction(
      // No function inside: the compiler would name it by a helper that the page does not have.
      (pattern) => {
        let text = '';
        const rest: Node[] = [document.body];
        for (let node = rest.pop(); node; node = rest.pop()) {
          if (node instanceof Text) text += node.data;
          if (node instanceof Element) text += ' ';
          if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement)
            text += ` ${node.value}`;
          if (node instanceof Element && getComputedStyle(node).display === 'none') continue;
          const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
          const below = assigned.length
            ? assigned
            : [...(node instanceof Element && node.shadowRoot ? node.shadowRoot : node).childNodes];
          rest.push(...below.reverse());
        }
        return new RegExp(pattern, 'u').test(text.replace(/\s+/gu, ' '));
      },
      { polling: 100, timeout: 90_000 },
      pattern,
    );
  } catch (cause) {
    const shown = await page.evaluate(() => document.body.innerText).catch(() => '(the page is gone)');
    throw new Error(`The page never showed ${String(text)}. It showed: ${shown.slice(0, 400)}`, { cause });
  }
}

/** The tab that opens while `doing` is done. */
export async function newTab(browser: Browser, doing: () => Promise<unknown>): Promise<Page> {
  const known = new Set(browser.targets());
  const [target] = await Promise.all([
    browser.waitForTarget((one) => !known.has(one) && (one.type() as string) === 'page', { timeout: 90_000 }),
    doing(),
  ]);
  const page = await target.page();
  if (!page) throw new Error('What was opened is no page.');
  return page;
}
