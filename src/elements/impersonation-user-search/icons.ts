import { icon, paths } from '../internal/icon.js';

export const icons = {
  search: icon(paths.search),
  close: icon('m4.5 4.5 7 7M11.5 4.5l-7 7'),
};
