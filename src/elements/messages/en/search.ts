/** The field. What hangs below it, speaks by `search-panel.ts`. */
export const search = {
  label: 'Find a person',
  placeholder: 'Name, e-mail or organization',
  clear: 'Clear',
  close: 'Close',
  unsupported: 'This backend has no list of people to search.',
  /** What a form says that needs somebody chosen. */
  required: 'Choose a person from the list.',
};
