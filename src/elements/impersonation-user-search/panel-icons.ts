import { icon, paths } from '../internal/icon.js';

export const icons = {
  alert: icon(paths.alert),
  offline: icon(paths.offline),
  clock: icon(paths.clock),
  lock: icon('M5 7.25V5a3 3 0 0 1 6 0v2.25M3.75 7.25h8.5v6.5h-8.5z'),
  person: icon(
    'M8 7.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5M2.75 14c0-2.6 2.2-4.25 5.25-4.25S13.25 11.4 13.25 14',
  ),
};
