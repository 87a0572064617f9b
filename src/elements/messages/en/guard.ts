/** The guard’s note. */
export const guard = {
  readOnly: 'Not available: this impersonation is read-only.',
  readOnlyForNow: 'Not available while the access is read-only. Switch to full access first.',
  impersonating: (name: string) => `Only ${name} can do this: it is not available while you act as them.`,
  unknown: 'Not available until it is known who is signed in here.',
  ended: 'Not available: the impersonation in this tab has ended.',
};
