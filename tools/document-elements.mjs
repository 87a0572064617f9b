// Writes docs/elements.md from the manifest, which comes from the doc block of each element: one truth.
//
//   node tools/document-elements.mjs            writes it
//   node tools/document-elements.mjs --check    fails when the page on disk says something else
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { root } from './run.mjs';

const page = join(root, 'docs/elements.md');
const order = [
  'impersonation-provider',
  'impersonation-banner',
  'impersonate-button',
  'impersonation-user-search',
  'impersonation-guard',
  'session-audit-table',
  'account-access-history',
  'session-activity-chart',
];

const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
const place = ({ tagName }) => (order.includes(tagName) ? order.indexOf(tagName) : order.length);
const elements = modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName)
  .sort((a, b) => place(a) - place(b) || a.tagName.localeCompare(b.tagName));

const markdown = `<!-- Made by "npm run docs" from the doc blocks in src/elements. Change them there. -->

# Elements

${elements.map(({ tagName, summary }) => `- [\`<${tagName}>\`](#${tagName}): ${line(summary)}`).join('\n')}

Every visible element follows the page: its language (\`lang\` on any ancestor), its direction (\`dir\`), its color scheme
(\`color-scheme\`), its font. Custom properties that all of them read are listed in
[Getting started](getting-started.md#make-it-yours).

${elements.map(section).join('\n')}`;

const text = await format(markdown, { ...(await resolveConfig(page)), filepath: page });
if (!process.argv.includes('--check')) writeFileSync(page, text);
else if (readFileSync(page, 'utf8') !== text) {
  console.error('docs/elements.md is not what the doc blocks say. Run: npm run docs');
  process.exit(1);
}

function section({ tagName, name, summary, description, attributes, members = [], events, slots, ...css }) {
  const fields = members.filter(
    (member) => member.kind === 'field' && !member.attribute && !member.static && member.description,
  );
  const methods = members.filter(({ kind, description }) => kind === 'method' && description);
  return [
    `## \`<${tagName}>\``,
    description,
    picture(tagName, summary),
    `\`import 'impersonation-kit/elements/${tagName}/define.js'\` registers it; the class is \`${name}\`, from \`impersonation-kit\`.`,
    table(
      'Attribute',
      attributes,
      (it) => [it.name, type(it), it.default ? code(it.default) : '', it.description],
      ['Type', 'Default'],
    ),
    table('Property', fields, (it) => [it.name, type(it), it.description], ['Type']),
    table('Method', methods, (it) => [`${it.name}()`, it.description]),
    table('Event', events, (it) => [it.name, it.description]),
    table('Slot', slots, (it) => [it.name || 'default', it.description]),
    table('Part', css.cssParts, (it) => [it.name, it.description]),
    table('Custom property', css.cssProperties, (it) => [it.name, it.description]),
    table('State', css.cssStates, (it) => [`:state(${it.name})`, it.description]),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

/** What `npm run screenshots` took of it. */
function picture(tagName, summary) {
  const path = (theme) => `images/elements/${tagName}-${theme}.png`;
  if (!existsSync(join(root, 'docs', path('light')))) return '';
  return `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="${path('dark')}">
  <img src="${path('light')}" alt="${line(summary)}" width="640">
</picture>`;
}

function table(title, items = [], cells, more = []) {
  if (!items.length) return '';
  const row = (texts) => `| ${texts.join(' | ')} |`;
  const head = [title, ...more, 'Meaning'];
  const rows = items.map(cells).map(([name, ...rest]) => row([code(name), ...rest.map(line)]));
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

function type({ type: { text = '' } = {} }) {
  return text ? code(text) : '';
}
function code(text) {
  return `\`${text.replace(/\s+/g, ' ').replaceAll('|', '\\|')}\``;
}
function line(text = '') {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|')
    .trim();
}
