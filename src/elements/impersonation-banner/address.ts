/** `href` as the page would follow it, if it leads to a web page: an attribute must not become a script. */
export function webAddress(href: string | undefined): string | null {
  if (!href || !URL.canParse(href, document.baseURI)) return null;
  const url = new URL(href, document.baseURI);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}
