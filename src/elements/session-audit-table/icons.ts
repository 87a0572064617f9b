import { icon, paths } from '../internal/icon.js';

export const icons = {
  search: icon(paths.search),
  refresh: icon('M13.5 8a5.5 5.5 0 1 1-1.6-3.9L13.5 5.7M13.5 2v3.7H9.8'),
  chevron: icon('m4 6.25 4 4 4-4'),
  up: icon('M8 13V3.5M4 7.25 8 3.25l4 4'),
  down: icon('M8 3v9.5M4 8.75l4 4 4-4'),
  updown: icon('m5 6 3-3 3 3M5 10l3 3 3-3'),
  bookmark: icon('M4 2.5h8v11l-4-3-4 3v-11Z'),
  columns: icon('M2 3.5h12v9H2v-9ZM6 3.5v9M10 3.5v9'),
  eye: icon(paths.eye),
  pencil: icon('M10.5 3 13 5.5 5.5 13 2.5 13.5 3 10.5 10.5 3ZM9 4.5 11.5 7'),
  check: icon(paths.check),
  clock: icon(paths.clock),
  stop: icon(`${paths.ring}M3.75 3.75l8.5 8.5`),
  unknown: icon(paths.unknown),
  pulse: icon(paths.offline),
  tab: icon(
    'M2 4.5A1.5 1.5 0 0 1 3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7ZM2 6h12',
  ),
  hand: icon(paths.shield),
  alert: icon(paths.alert),
  save: icon('M8 2.5v8M4.75 7.5 8 10.75l3.25-3.25M2.5 13.5h11'),
  plus: icon('M8 3v10M3 8h10'),
  close: icon('m4 4 8 8M12 4l-8 8'),
};
