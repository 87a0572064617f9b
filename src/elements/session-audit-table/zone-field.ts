import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { isoIn } from '../../core/time-zone.js';
import { zoneOf } from '../internal/zone.js';
import type { FilterBar } from './filter-bar.js';

/** Whose clock the times are read by: said aloud, and changed here. */
export function zoneField(bar: FilterBar): TemplateResult {
  const { filters, localize, now, zone, change } = bar;
  const words = localize.messages.query;
  const local = zoneOf('local');
  const offset = (name: string) => isoIn(name)(now).slice(-6);
  const chosen = filters.timezone.toLowerCase() === 'utc' ? 'utc' : zone === local ? 'local' : zone;
  const option = (value: string, text: string) =>
    html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`;
  const onChange = (event: Event) => change({ timezone: (event.target as HTMLSelectElement).value });
  return html`<label class="filter">
    <span class="filter-label">${words.zone}</span>
    <select class="field" part="zone" name="timezone" @change=${onChange} @focus=${bar.showZones}>
      ${option('local', words.zoneLocal({ zone: local, offset: offset(local) }))} ${option('utc', 'UTC')}
      ${
        chosen === 'utc' || chosen === 'local'
          ? nothing
          : option(zone, words.zoneNamed({ zone, offset: offset(zone) }))
      }
      ${
        bar.allZones
          ? html`<optgroup label=${words.zones}>
              ${Intl.supportedValuesOf('timeZone')
                .filter((name) => name !== zone)
                .map((name) => option(name, name))}
            </optgroup>`
          : nothing
      }
    </select>
  </label>`;
}
