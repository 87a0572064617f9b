import { icon, paths } from '../internal/icon.js';

export const icons = {
  eye: icon(paths.eye),
  clock: icon(paths.clock),
  check: icon(paths.check),
  calm: icon(`${paths.shield}M5.5 8 7.25 9.75 10.5 6.25`),
  shield: icon(paths.shield),
  unknown: icon(paths.unknown),
  offline: icon(paths.offline),
  alert: icon(paths.alert),
};
