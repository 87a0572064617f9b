/** The guard’s note, and what it asks. */
export const guard = {
  readOnly: 'Not available: this impersonation is read-only.',
  readOnlyForNow: 'Not available while the access is read-only. Switch to full access first.',
  impersonating: (name: string) => `Only ${name} can do this: it is not available while you act as them.`,
  notImpersonating: 'Only available while you act as somebody.',
  unknown: 'Not available until it is known who is signed in here.',
  ended: 'Not available: the impersonation in this tab has ended.',

  confirmTitle: 'Do this in their name?',
  confirmWhy: (name: string) => `This is for ${name} alone. Say why you do it for them, and it is done once.`,
  confirmReason: 'Reason',
  confirmHint: ({ min }: { min: string }) => `At least ${min} characters.`,
  confirmTooShort: ({ min }: { min: string }) => `Say why, in at least ${min} characters.`,
  confirmCancel: 'Cancel',
  confirmSubmit: 'Do it',
};
