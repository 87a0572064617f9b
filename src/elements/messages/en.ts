/**
 * Every sentence a person reads, in English. Whole sentences with named arguments: no language is glued together.
 *
 * An element imports only the sections it shows, so that a page pays for no other's.
 *
 * @module
 */

import { access } from './en/access.js';
import { bannerRest } from './en/banner-rest.js';
import { banner } from './en/banner.js';
import { button } from './en/button.js';
import { chart } from './en/chart.js';
import { guard } from './en/guard.js';
import { query } from './en/query.js';
import { endCauses, record } from './en/record.js';
import { searchPanel } from './en/search-panel.js';
import { search } from './en/search.js';
import { errors, modes } from './en/shared.js';
import { table } from './en/table.js';
import { views } from './en/views.js';

export const en = {
  access,
  banner: { ...banner, ...bannerRest },
  button,
  chart,
  endCauses,
  errors,
  guard,
  modes,
  query,
  record,
  search: { ...search, ...searchPanel },
  table,
  views,
};

/** The sentences of one language, by section. */
export type Messages = typeof en;
