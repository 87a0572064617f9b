/**
 * What a host says when it sets up the backend, judged once.
 *
 * @module
 */

import { steadyNow } from './clock.js';
import type { DatabaseSource } from './database/open-database.js';
import type { Authenticate, Policy, Rights, SubjectMay, TellSubject, UserDirectory } from './host.js';
import { isWebAddress, type Binding } from './possession.js';
import type { Context, IsSignedIn, Limits } from './lifecycle/context.js';
import { withPatience } from './patient-host.js';

export interface BackendOptions {
  /** `pglite://./folder`, `pglite://memory`, `postgres://…`, or an open `Database`, PGlite or `pg.Pool`. */
  readonly database: DatabaseSource;
  /** `iss` of the tokens. */
  readonly issuer: string;
  /** `aud` of the tokens: the host's API. */
  readonly audience: string;
  /**
   * Whether tokens are bound to a key of the tab (RFC 9449), so that a copy is of no use. `'required'`: no token without
   * one; the kit's own tab makes it when it is asked. `'optional'`: for clients that offer one. `'off'` by default.
   */
  readonly dpop?: Binding;
  /** Where browsers reach this backend, for proofs to name. The `issuer` by default, when that is an address. */
  readonly publicUrl?: string;
  /** Where browsers reach the handlers that are protected by `auth`. The origin of `publicUrl` by default. */
  readonly api?: { readonly url: string };
  /** Where an impersonation's own tab opens. */
  readonly app: { readonly url: string };
  readonly authenticate: Authenticate;
  readonly users: UserDirectory;
  /** Nobody may act as anybody by default. */
  readonly policy?: Policy;
  /** Nobody may do anything else by default, but see and end what they started. */
  readonly rights?: Rights;
  /** Whether the sign-in of an actor still stands, so that their impersonations end with it. */
  readonly isSignedIn?: IsSignedIn;
  /** Told once each impersonation has begun. Without it, the person impersonated is not told, and admins read so. */
  readonly tellSubject?: TellSubject;
  /** What the person impersonated may see and do. By default: that, when and why; not who; end nothing. */
  readonly subjectMay?: Partial<SubjectMay>;
  /** Whose pages may call what changes something. The origin of `app.url` by default. */
  readonly origins?: readonly string[];
  /** Other origins, whose tabs call from there (CORS): only what a tab asks by its ticket or token. None by default. */
  readonly tabOrigins?: readonly string[];
  /** Without activity for so long, an impersonation ends. 900 by default. */
  readonly idleSeconds?: number;
  /** A ticket is good for so long. 30 by default. */
  readonly ticketSeconds?: number;
  /**
   * Who signed in longer ago than this must confirm that it is them before they start an impersonation (RFC 9470): for
   * instance 300. `authenticate` must then say `authenticatedAt`. Not asked for by default.
   */
  readonly signInMaxAgeSeconds?: number;
  /** A token is good for so long; the tab renews it. 300 by default. */
  readonly tokenSeconds?: number;
  readonly limits?: Partial<Limits>;
  /** Where a request comes from, as your proxy tells it, so that one address cannot use up what all may try. */
  readonly addressOf?: (request: Request) => string | null;
  /** How long a request waits for one of your functions. 5 by default; after that it is a refusal, or a 503. */
  readonly hostTimeoutSeconds?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Told what goes wrong and no answer shows. `console.error` by default. */
  readonly onError?: (error: unknown) => void;
}

const usualLimits: Limits = {
  openPerActor: 3,
  startsPerMinute: 10,
  startsPerMinuteFromAddress: 60,
  wrongTicketsPerMinute: 20,
  exportsPerMinute: 10,
  exportRows: 1_000_000,
};

const usuallyMay: SubjectMay = { see: true, seeActor: false, end: false };

/** What the verifier grants a token that names an actor. */
const longestToken = 900;

interface Settings extends Omit<Context, 'store' | 'minting'> {
  readonly database: DatabaseSource;
  readonly issuer: string;
  readonly audience: string;
  readonly authenticate: Authenticate;
  readonly rights: Rights;
  readonly subjectMay: SubjectMay;
  readonly origins: ReadonlySet<string>;
  readonly tabOrigins: ReadonlySet<string>;
  readonly tokenSeconds: number;
  readonly hostTimeoutSeconds: number;
  readonly dpop: Binding;
  readonly publicUrl: string | null;
  readonly apiUrl: string | null;
}

/** @throws {TypeError} naming the option that makes no sense. */
export function readOptions(options: BackendOptions): Settings {
  const { url } = options.app;
  if (!URL.canParse(url)) throw new TypeError('app.url must be a whole address');
  const { onError = console.error, hostTimeoutSeconds = 5 } = options;
  if (!Number.isFinite(hostTimeoutSeconds) || !(hostTimeoutSeconds > 0 && hostTimeoutSeconds <= 60))
    throw new TypeError('hostTimeoutSeconds must be a number up to 60');
  assertText('issuer', options.issuer);
  assertText('audience', options.audience);
  assertFunction('authenticate', options.authenticate);
  assertFunction('users.get', options.users.get);
  assertFunction('users.search', options.users.search);
  return {
    database: options.database,
    issuer: options.issuer,
    audience: options.audience,
    ...withPatience(hostTimeoutSeconds, {
      authenticate: options.authenticate,
      users: options.users,
      policy: options.policy ?? (() => false),
      rights: options.rights ?? (() => false),
      isSignedIn: options.isSignedIn ?? (() => true),
    }),
    hostTimeoutSeconds,
    subjectMay: { ...usuallyMay, ...options.subjectMay },
    tellSubject: options.tellSubject ?? null,
    appUrl: url,
    ...readAddresses(options),
    origins: new Set(options.origins?.map(asOrigin('origins')) ?? [new URL(url).origin]),
    tabOrigins: new Set(options.tabOrigins?.map(asOrigin('tabOrigins'))),
    idleSeconds: seconds('idleSeconds', options.idleSeconds ?? 900),
    ticketSeconds: seconds('ticketSeconds', options.ticketSeconds ?? 30, 300),
    signInMaxAgeSeconds:
      options.signInMaxAgeSeconds === undefined
        ? Infinity
        : seconds('signInMaxAgeSeconds', options.signInMaxAgeSeconds),
    tokenSeconds: seconds('tokenSeconds', options.tokenSeconds ?? 300, longestToken),
    limits: { ...usualLimits, ...options.limits },
    now: options.now ?? steadyNow,
    onError,
    addressOf: safely(options.addressOf ?? (() => null), onError),
  };
}

/** An address that cannot be told is none: such requests are counted together. */
const safely =
  (addressOf: (request: Request) => string | null, onError: (error: unknown) => void) =>
  (request: Request): string => {
    try {
      return addressOf(request) ?? '';
    } catch (error) {
      onError(error);
      return '';
    }
  };

function readAddresses(options: BackendOptions): Pick<Settings, 'dpop' | 'publicUrl' | 'apiUrl'> {
  const { dpop = 'off', issuer, publicUrl = isWebAddress(issuer) ? issuer : null } = options;
  if (!['off', 'optional', 'required'].includes(dpop))
    throw new TypeError("dpop must be 'off', 'optional' or 'required'");
  if (publicUrl === null && dpop !== 'off')
    throw new TypeError('dpop needs publicUrl, since the issuer is not an address');
  const apiUrl = options.api?.url ?? null;
  for (const [name, url] of Object.entries({ publicUrl, 'api.url': apiUrl }))
    if (url !== null && !isWebAddress(url)) throw new TypeError(`${name} must be a whole address`);
  return { dpop, publicUrl, apiUrl: apiUrl ?? (publicUrl && new URL(publicUrl).origin) };
}

function assertText(name: string, value: string): void {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${name} must be a text`);
}

function assertFunction(name: string, value: unknown): void {
  if (typeof value !== 'function') throw new TypeError(`${name} must be a function`);
}

/** Exactly as a browser sends it, or it would never match; so neither `null` nor a pattern. */
const asOrigin = (option: string) => (origin: string) => {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin || origin.includes('*'))
    throw new TypeError(`${option}: ${origin} is not an origin such as https://app.example`);
  return origin;
};

function seconds(name: string, value: number, most = 86_400): number {
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new TypeError(`${name} must be a whole number from 1 to ${most}`);
  return value;
}
