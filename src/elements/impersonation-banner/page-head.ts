/**
 * Marks the page where the window cannot: its title and its icon, in the tab strip, the history and the task list. What
 * the page changes meanwhile is marked too, and what was there before is there again afterwards.
 *
 * @module
 */

export interface HeadMarks {
  /** What goes in front of the title. */
  readonly title: string | null;
  /** The icon in place of the page's own. */
  readonly icon: string | null;
}

/** Changes within a second, after which the page is left alone until the next: it may have its own mind about this. */
const patience = 20;
const parked = 'impersonation-kit-parked-icon';

const wanted = new Map<object, HeadMarks>();
const observer = new MutationObserver(() => {
  changes++;
  settle();
});
let title: {
  readonly element: HTMLTitleElement;
  readonly prefix: string;
  bare: string;
  made: boolean;
} | null = null;
let icon: { readonly own: HTMLLinkElement; readonly parked: Map<Element, string> } | null = null;
let changes = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What `owner` wants the page marked with; `null` for nothing any more. Of several, the first has the word. */
export function markHead(owner: object, marks: HeadMarks | null): void {
  if (marks) wanted.set(owner, marks);
  else wanted.delete(owner);
  settle();
}

function settle(): void {
  const [marks] = wanted.values();
  observer.disconnect(); // what is changed here is no news
  settleTitle(marks?.title ?? null);
  settleIcon(marks?.icon ?? null);
  if (!marks) {
    clearTimeout(timer);
    timer = undefined;
    changes = 0;
    return;
  }
  timer ??= setTimeout(() => {
    timer = undefined;
    changes = 0;
    if (wanted.size) settle();
  }, 1000);
  if (changes > patience) return;
  observer.observe(document.head, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ['rel'],
  });
}

function settleTitle(prefix: string | null): void {
  const found = document.head.querySelector('title');
  if (title && (title.prefix !== prefix || title.element !== found)) {
    const { element, bare } = title;
    if (element.textContent === title.prefix + bare) element.textContent = bare;
    if (title.made && !element.textContent) element.remove();
    title = null;
  }
  if (!prefix) return;
  const element = found ?? document.createElement('title');
  if (!found) document.head.append(element);
  const text = element.textContent;
  title ??= { element, prefix, bare: text, made: !found };
  if (text === prefix + title.bare) return;
  // A page that puts something in front of the title it reads would have the mark in the middle.
  if (text !== title.bare) title.bare = text.replaceAll(prefix, '');
  element.textContent = prefix + title.bare;
}

function settleIcon(href: string | null): void {
  if (href === null) {
    icon?.own.remove();
    for (const [link, rel] of icon?.parked ?? []) {
      if (link.getAttribute('rel') === parked) link.setAttribute('rel', rel);
    }
    icon = null;
    return;
  }
  icon ??= { own: document.createElement('link'), parked: new Map() };
  const { own } = icon;
  for (const link of document.head.querySelectorAll('link[rel~="icon" i]')) {
    if (link === own) continue;
    icon.parked.set(link, link.getAttribute('rel') ?? 'icon');
    link.setAttribute('rel', parked);
  }
  own.rel = 'icon';
  if (own.getAttribute('href') !== href) own.setAttribute('href', href);
  if (own.parentNode !== document.head) document.head.append(own);
}
