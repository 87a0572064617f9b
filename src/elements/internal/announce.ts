const id = 'impersonation-kit-announcer';

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
    // Set through the object model, which a strict style-src allows; an attribute it would not.
    Object.assign(region.style, {
      position: 'fixed',
      inlineSize: '1px',
      blockSize: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    });
    document.body.append(region);
  }
  region.textContent = text;
}
