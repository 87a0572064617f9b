// The styles of the elements stand in template literals, which no bundler makes smaller: a comment in them would go to every
// page. So the build takes out what browsers do not read.
const stylesheet = /\bcss`([^`$]*)`/g;

/** `code` with its `css` literals made small, each thing on the line where it was. */
export function squeezeCss(code) {
  return code.replace(stylesheet, (whole, css) => {
    const small = css
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/: /g, ':')
      .replaceAll(';}', '}')
      .trim();
    return `css\`${small}\`${'\n'.repeat(whole.split('\n').length - 1)}`;
  });
}

/** The same while a bundle is made. */
export const squeezedCss = {
  name: 'squeezed-css',
  enforce: 'pre',
  transform: (code, id) => (id.includes('/src/elements/') ? { code: squeezeCss(code), map: null } : null),
};
