/** Tells the developer of the page, by the console: the one place of the kit that speaks to it in a browser. */
export function warn(text: string): void {
  console.warn(`impersonation-kit: ${text}`);
}
