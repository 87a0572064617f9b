const id = 'impersonation-kit-announcer';
/** From sight alone. */
const hidden = Object.entries({
  display: 'block',
  visibility: 'visible',
  position: 'fixed',
  'inline-size': '1px',
  'block-size': '1px',
  overflow: 'hidden',
  'clip-path': 'inset(50%)',
});

/**
 * Says a sentence to screen readers, once. Live regions inside shadow roots are unreliable, so there is one for the
 * document, in its light DOM, where `ariaNotify` is not to be had.
 */
export function announce(text: string, priority: 'normal' | 'high' = 'normal'): void {
  const page = document as Document & { ariaNotify?: (text: string, options: { priority: string }) => void };
  if (page.ariaNotify) {
    page.ariaNotify(text, { priority });
    return;
  }
  let region = document.getElementById(id);
  if (!region) {
    region = document.createElement('div');
    region.id = id;
    region.setAttribute('aria-live', priority === 'high' ? 'assertive' : 'polite');
    // Through the object model, which a strict style-src allows. Important: a page's reset must not silence it, nor show it.
    for (const [name, value] of hidden) region.style.setProperty(name, value, 'important');
    document.body.append(region);
  }
  region.textContent = text;
}
