import { createAuth } from 'impersonation-kit/server';

// Each route may get a copy of this module, and there is one record.
export const record = (globalThis.record ??= []);

const note = (what) => async (session, request, outcome) => {
  record.push(
    `${session.actor.sub} ${request.method} ${request.route} ${what} ${outcome?.status ?? ''}`.trim(),
  );
};

export const auth = createAuth({
  issuer: 'https://issuer.test',
  audience: 'https://api.test',
  jwks: JSON.parse(process.env.TEST_JWKS ?? '{"keys":[]}'),
  gate: {
    check: async (session) => ({ mode: session.mode }),
    intend: note('intended'),
    record: note('recorded'),
  },
});
