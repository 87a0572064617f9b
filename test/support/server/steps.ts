/**
 * The steps of an impersonation's life, each taken twice: by the rules, and by the server.
 *
 * @module
 */

import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Grant, Problem, StartAnswer } from '../../../src/core/protocol.js';
import { terms, type Foreseen, type Rules } from './rules.js';
import { reason, ticketOf, sessionOf, type Answered, type Sent } from './site.js';

/** The real side: what an admin and their tabs hold. Index by index the same as in the rules. */
export interface Scene {
  readonly tickets: string[];
  readonly ids: string[];
  readonly tokens: string[];
  pass(seconds: number): void;
  send<Body = Problem>(path: string, request: Sent): Promise<Answered<Body>>;
  /** A request to the host's own handlers. */
  act(token: string, method: 'GET' | 'POST'): Promise<Answered<Problem>>;
  /** The host's directory, sign-in and policy as the rules have them by now. */
  follow(rules: Rules): void;
  idOf(subject: string): string;
  readonly actor: string;
  readonly owner: string;
}

export const subjects = ['ann', 'ben', 'cat', 'dan'] as const;
export const elsewhere = 'https://admin.example';

type Needs = 'lives' | 'tokens';

class Step implements fc.AsyncCommand<Rules, Scene> {
  readonly #name: string;
  readonly #needs: Needs | undefined;
  readonly #foresee: (rules: Rules) => Foreseen | undefined;
  readonly #take: (scene: Scene) => Promise<Answered<unknown>> | undefined;

  constructor(
    name: string,
    needs: Needs | undefined,
    foresee: (rules: Rules) => Foreseen | undefined,
    take: (scene: Scene) => Promise<Answered<unknown>> | undefined,
  ) {
    this.#name = name;
    this.#needs = needs;
    this.#foresee = foresee;
    this.#take = take;
  }

  check = (rules: Readonly<Rules>) => this.#needs === undefined || rules[this.#needs].length > 0;

  async run(rules: Rules, scene: Scene): Promise<void> {
    const foreseen = this.#foresee(rules);
    scene.follow(rules);
    const answer = await this.#take(scene);
    if (!foreseen || !answer) return;
    const { status, body } = answer;
    const { code, endCause } = body as Partial<Problem>;
    assert.deepEqual(
      status < 300 ? { status } : { status, code, ...(endCause && { endCause }) },
      foreseen,
      `${this.#name} after ${rules.now} s`,
    );
    keep(scene, body as Partial<Grant & StartAnswer>);
  }

  toString = () => this.#name;
}

function keep(scene: Scene, body: Partial<Grant & StartAnswer>): void {
  if (body.token !== undefined) scene.tokens.push(body.token);
  if (body.kind === undefined) return;
  scene.tickets.push(ticketOf(body as StartAnswer));
  scene.ids.push(sessionOf(body as StartAnswer).id);
}

/** One of the list, counted from the latest, however long the list has become. */
const pick = <Item>(list: readonly Item[], number: number): Item => {
  const item = list.at(-1 - (number % list.length));
  if (item === undefined) throw new Error('The list is empty');
  return item;
};

const which = fc.nat({ max: 9 });

/** What the host or the clock does: nobody answers. */
const turn = (name: string, change: (rules: Rules) => unknown, follow: (scene: Scene) => unknown = () => 0) =>
  new Step(
    name,
    undefined,
    (rules) => {
      change(rules);
      return undefined;
    },
    (scene) => {
      follow(scene);
      return undefined;
    },
  );

/** A POST of the tab. */
const ask = (
  name: string,
  path: string,
  body: unknown,
  foresee: (rules: Rules, token: Rules['tokens'][number]) => Foreseen,
) =>
  which.map(
    (token) =>
      new Step(
        `${name} by token ${token}`,
        'tokens',
        (rules) => foresee(rules, pick(rules.tokens, token)),
        (scene) => scene.send(path, { method: 'POST', token: pick(scene.tokens, token), body }),
      ),
  );

const start = fc
  .tuple(
    fc.constantFrom(...subjects, 'ann', 'ann', 'ann', 'self', 'nobody'),
    fc.constantFrom(...terms.durations),
    fc.constantFrom('read-only' as const, 'full' as const),
  )
  .map(
    ([subject, seconds, mode]) =>
      new Step(
        `start ${mode} as ${subject} for ${seconds} s`,
        undefined,
        (rules) => rules.start(subject, seconds, mode),
        (scene) =>
          scene.send('/impersonations', {
            method: 'POST',
            as: scene.actor,
            body: { userId: scene.idOf(subject), reason, durationSeconds: seconds, mode },
          }),
      ),
  );

const redeem = fc.tuple(which, fc.constantFrom(true, true, true, false)).map(
  ([life, atTheApp]) =>
    new Step(
      `redeem ticket ${life}${atTheApp ? '' : ' elsewhere'}`,
      'lives',
      (rules) => rules.redeem(pick(rules.lives, life), atTheApp),
      (scene) =>
        scene.send('/redeem', {
          method: 'POST',
          body: { ticket: pick(scene.tickets, life) },
          headers: atTheApp ? {} : { origin: elsewhere },
        }),
    ),
);

const pass = fc.constantFrom(1, 29, 30, 100, 120, 239, 240, 305).map((seconds) =>
  turn(
    `${seconds} s pass`,
    (rules) => rules.pass(seconds),
    (scene) => scene.pass(seconds),
  ),
);

const act = fc.tuple(which, fc.boolean()).map(
  ([token, changes]) =>
    new Step(
      `${changes ? 'change' : 'read'} by token ${token}`,
      'tokens',
      (rules) => rules.act(pick(rules.tokens, token), changes),
      (scene) => scene.act(pick(scene.tokens, token), changes ? 'POST' : 'GET'),
    ),
);

const look = which.map(
  (token) =>
    new Step(
      `look by token ${token}`,
      'tokens',
      (rules) => rules.look(pick(rules.tokens, token)),
      (scene) => scene.send('/current', { token: pick(scene.tokens, token) }),
    ),
);

const revoke = fc.tuple(which, fc.boolean()).map(
  ([life, byTheActor]) =>
    new Step(
      `revoke ${life} by the ${byTheActor ? 'actor' : 'owner'}`,
      'lives',
      (rules) => rules.revoke(pick(rules.lives, life), byTheActor),
      (scene) =>
        scene.send(`/impersonations/${pick(scene.ids, life)}/revoke`, {
          method: 'POST',
          as: byTheActor ? scene.actor : scene.owner,
          body: { reason },
        }),
    ),
);

const nested = which.map(
  (token) =>
    new Step(
      `start another by token ${token}`,
      'tokens',
      (rules) => rules.startNested(pick(rules.tokens, token)),
      (scene) =>
        scene.send('/impersonations', {
          method: 'POST',
          token: pick(scene.tokens, token),
          body: { userId: scene.idOf('ann'), reason, durationSeconds: 120 },
        }),
    ),
);

const ofTheHost = fc.oneof(
  fc.constantFrom(
    turn('the actor signs out', (rules) => (rules.signedIn = false)),
    turn('the actor signs in', (rules) => (rules.signedIn = true)),
    turn('the actor is demoted', (rules) => (rules.entitled = false)),
    turn('the actor is promoted', (rules) => (rules.entitled = true)),
  ),
  fc.constantFrom(
    turn('the policy keeps full access back', (rules) => (rules.offersFull = false)),
    turn('the policy offers full access', (rules) => (rules.offersFull = true)),
  ),
  fc.constantFrom(
    turn('ann becomes protected', (rules) => rules.protected.add('ann')),
    turn('ann is protected no more', (rules) => rules.protected.delete('ann')),
  ),
);

const tab = fc.oneof(
  { weight: 4, arbitrary: act },
  { weight: 1, arbitrary: look },
  { weight: 2, arbitrary: ask('renew', '/token', {}, (rules, token) => rules.renew(token)) },
  { weight: 2, arbitrary: ask('extend', '/current/extend', {}, (rules, token) => rules.extend(token)) },
  {
    weight: 1,
    arbitrary: ask('full access', '/current/mode', { mode: 'full', reason }, (rules, token) =>
      rules.setMode(token, 'full'),
    ),
  },
  {
    weight: 1,
    arbitrary: ask('less access', '/current/mode', { mode: 'read-only' }, (rules, token) =>
      rules.setMode(token, 'read-only'),
    ),
  },
  { weight: 1, arbitrary: ask('end', '/current/end', {}, (rules, token) => rules.end(token)) },
  { weight: 1, arbitrary: nested },
);

/** Lists of up to so many steps. */
export const walks = (longest: number) =>
  fc.commands([start, redeem, redeem, tab, tab, tab, tab, pass, pass, ofTheHost, revoke], {
    maxCommands: longest,
    size: 'max',
  });
