/**
 * A sign-in with e-mail and password.
 *
 * @module
 */

/** Rejects with a sentence for the person. */
export async function signInWith(email: string, password: string): Promise<{ readonly role?: string }> {
  const response = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  }).catch((cause: unknown) => {
    throw new Error('Fieldnotes cannot be reached. Check the connection and try again.', { cause });
  });
  if (response.status === 401) throw new Error('That e-mail and password do not match.');
  if (!response.ok) throw new Error('Something went wrong. Try again.');
  const { user } = (await response.json()) as { user: { role?: string } };
  return user;
}
