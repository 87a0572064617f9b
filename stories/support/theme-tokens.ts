/**
 * The colors of the kit as data: read from what the elements use, judged by WCAG's contrast, written as CSS and as DTCG.
 *
 * @module
 */

import { tokens } from '../../src/elements/internal/tokens.js';

export type Scheme = 'light' | 'dark';

/** `#rrggbb` in each scheme. */
export type ColorPair = Readonly<Record<Scheme, string>>;

/** By the name after `--ik-color-`. */
export type Theme = Readonly<Record<string, ColorPair>>;

/** The colors that the elements have when nobody says otherwise. */
export const defaults: Theme = Object.fromEntries(
  [...tokens.cssText.matchAll(/--ik-color-([a-z-]+), light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

export function colorOf(theme: Theme, name: string): ColorPair {
  const pair = theme[name];
  if (!pair) throw new TypeError(`The kit has no color "${name}"`);
  return pair;
}

/** What a color is read on, and how well it has to be told apart: 4.5 for text, 3 for the edge of a control. */
const grounds: readonly [color: string, ground: string, ratio: number][] = [
  ['text', 'surface', 4.5],
  ['muted', 'surface', 4.5],
  ['accent', 'surface', 4.5],
  ['on-accent', 'accent', 4.5],
  ['control-border', 'surface', 3],
  ['danger', 'surface', 4.5],
  ['on-danger', 'danger', 4.5],
  ['warning', 'surface', 4.5],
  ['success', 'surface', 4.5],
  ['on-impersonating', 'impersonating', 4.5],
  ['text', 'raised', 4.5],
  ['muted', 'raised', 4.5],
];

export interface Contrast {
  readonly ground: string;
  readonly ratio: number;
  readonly enough: boolean;
}

/** How a color is told apart from each ground it stands on. */
export function contrastsOf(theme: Theme, color: string, scheme: Scheme): Contrast[] {
  return grounds
    .filter(([name]) => name === color)
    .map(([, ground, needed]) => {
      const ratio = contrast(colorOf(theme, color)[scheme], colorOf(theme, ground)[scheme]);
      return { ground, ratio, enough: ratio >= needed };
    });
}

/** WCAG 2.2's contrast ratio: 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const channels = (color: string) =>
  [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255);

/** The colors that differ from the kit's own. */
const changed = (theme: Theme) =>
  Object.entries(theme).filter(
    ([name, { light, dark }]) =>
      light !== colorOf(defaults, name).light || dark !== colorOf(defaults, name).dark,
  );

/** What a host puts into its style sheet. */
export function toCss(theme: Theme, others: Readonly<Record<string, string>>): string {
  const colors = changed(theme).map(
    ([name, { light, dark }]) => `  --ik-color-${name}: light-dark(${light}, ${dark});`,
  );
  const rest = Object.entries(others).map(([name, value]) => `  ${name}: ${value};`);
  return [':root {', ...colors, ...rest, '}'].join('\n');
}

/** The colors of one scheme as a file of design tokens (Design Tokens Format Module 2025.10). */
export function toDesignTokens(theme: Theme): string {
  const color = (value: string) => ({
    $value: {
      colorSpace: 'srgb',
      components: channels(value).map((part) => Number(part.toFixed(4))),
      hex: value,
    },
  });
  const schemeOf = (scheme: Scheme) => ({
    $type: 'color',
    ...Object.fromEntries(Object.entries(theme).map(([name, pair]) => [name, color(pair[scheme])])),
  });
  return JSON.stringify({ ik: { light: schemeOf('light'), dark: schemeOf('dark') } }, null, 2);
}
