/**
 * Style sheets of pages that do not know what they have: resets, old frameworks, rules for everything.
 *
 * @module
 */

export const hostilePages = {
  'takes every style away': '* { all: unset !important }',
  'colors, sizes and spaces everything': `
    * {
      display: block !important;
      color: white !important;
      -webkit-text-fill-color: white !important;
      -webkit-text-stroke: 3px white !important;
      fill: white !important;
      stroke: white !important;
      font: italic small-caps 900 0/5 serif !important;
      letter-spacing: 1em !important;
      word-spacing: 3em !important;
      text-indent: 50em !important;
      text-align: end !important;
      text-transform: uppercase !important;
      text-shadow: 0 0 9px black !important;
      white-space: nowrap !important;
      cursor: none !important;
    }`,
  'means its own buttons, fields, tables and dialogs': `
    button, input, select, textarea, dialog, table, tr, td, th, svg, p, span, [popover] {
      display: none !important;
      opacity: 0 !important;
      color: white !important;
      font-size: 0 !important;
    }`,
  'has a small root and tall lines': `
    html { font-size: 62.5% !important }
    body { font-size: 1.6rem; line-height: 4 }`,
  'lays things over each other': `
    * {
      position: relative !important;
      z-index: 2147483647 !important;
      inset: 0 !important;
      margin: 0 !important;
      overflow: hidden !important;
      transform: translateX(0) !important;
      filter: none !important;
      contain: none !important;
    }`,
} as const;
