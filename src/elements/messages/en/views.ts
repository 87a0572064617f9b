type Named = Record<'name', string>;

/** The views of the audit table: what it asks, and which columns it has, under a name. */
export const views = {
  /** Beside the name of the view that is used. */
  changed: 'Changed since',
  fixed: { active: 'Active now', full: 'Full access', cut: 'Cut short', week: 'Last 7 days' },
  own: 'Your views',
  none: 'None yet. A view keeps the question, the period, the order and the columns.',
  saveAs: 'Save what is shown as',
  save: 'Save',
  saved: ({ name }: Named) => `Saved as “${name}”.`,
  taken: ({ name }: Named) => `You have a view called “${name}” already.`,
  replace: 'Replace it',
  update: ({ name }: Named) => `Save changes to “${name}”`,
  rename: ({ name }: Named) => `Rename “${name}”`,
  newName: ({ name }: Named) => `New name of “${name}”`,
  delete: ({ name }: Named) => `Delete “${name}”`,
  deleted: ({ name }: Named) => `“${name}” was deleted.`,
  undo: 'Undo',
  failed: {
    read: 'Your views could not be read.',
    kept: 'This could not be kept. Nothing was lost: try again.',
  },
};
