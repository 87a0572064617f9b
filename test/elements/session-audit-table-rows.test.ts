import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import { sampleSession } from '../../src/client/memory-seed.js';
import type { SessionEvent } from '../../src/core/protocol.js';
import type { RowToggleEvent } from '../../src/elements/events.js';
import { groupEvents } from '../../src/elements/session-audit-table/group-events.js';
import { at, auditPage, type AuditPage } from '../support/audit-page.js';
import { expectAccessible } from '../support/fixture.js';
import { allByRole, byRole, focused, hasRole, next, textOf, until } from '../support/screen.js';

const active = sampleSession({ mode: 'full' });
const goodReason = 'The case was closed meanwhile';

describe('<session-audit-table>: an open row', () => {
  const expander = ({ root }: AuditPage) =>
    byRole(root, 'button', /^Details: Sam Lee as Dana Fox, Nov 20, 2026/);
  const events = ({ root }: AuditPage) => allByRole(root, 'listitem').map(textOf);

  it('shows everything that is known of the session, and closes again', async () => {
    const page = await auditPage({ sessions: [active] });
    expect(expander(page).ariaExpanded).to.equal('false');

    expander(page).click();
    await until(() => events(page).length);

    const facts = allByRole(page.root, 'definition').map(textOf);
    expect(facts).to.include.members([
      'Notes saved on the phone do not show up on the desktop.',
      '0 of 3 used',
      'imp_sample',
    ]);
    expect(expander(page).ariaExpanded).to.equal('true');
    expect(expander(page).closest('tr')?.nextElementSibling?.id).to.equal(
      expander(page).getAttribute('aria-controls'),
    );
    expect(byRole(page.root, 'table', /./).getAttribute('aria-rowcount')).to.equal('3');
    await expectAccessible(page.table);

    expander(page).click();
    await until(() => !allByRole(page.root, 'definition').length);
  });

  it('opens from the keyboard, and tells the page without bubbling', async () => {
    const page = await auditPage({ sessions: [active] });
    let bubbled = 0;
    page.page.addEventListener('row-toggle', () => bubbled++);
    const told: RowToggleEvent[] = [];
    page.table.addEventListener('row-toggle', (event) => told.push(event));

    expander(page).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => events(page).length);
    await sendKeys({ press: 'Space' });
    await until(() => expander(page).ariaExpanded === 'false');

    expect(told.map(({ sessionId, expanded }) => [sessionId, expanded])).to.deep.equal([
      ['imp_sample', true],
      ['imp_sample', false],
    ]);
    expect(bubbled).to.equal(0);
    expect(focused() === expander(page)).to.equal(true);
  });

  it('tells what happened, in order: each request once, and marks what was blocked', async () => {
    const page = await auditPage({
      sessions: [active],
      wrap: (client) => ({
        ...client,
        events: () => Promise.resolve({ items: record, nextCursor: null, total: null }),
      }),
    });

    expander(page).click();
    await until(() => events(page).length);

    expect(events(page)).to.deep.equal([
      'Asked to start Full access · 15 minutes 9:30:00 AM'.replace(' · ', ' '),
      'PATCH /notes/1 Answered 200 note.update 9:30:01 AM',
      'DELETE /notes/1 Blocked note.delete This cannot be done while impersonating. 9:30:03 AM',
      'POST /notes Outcome not known note.create 9:30:04 AM',
      'Access switched From Full access to Read-only “Done with the change” 9:30:05 AM',
      'Ended Revoked “The case was closed” 9:30:06 AM',
    ]);
    await expectAccessible(page.table);
  });

  it('loads the events a page at a time', async () => {
    const page = await auditPage({
      sessions: [active],
      wrap: (client) => ({
        ...client,
        events: (id, query, call) => client.events(id, { ...query, limit: 2 }, call),
      }),
    });
    expander(page).click();
    await until(() => events(page).length === 2);

    page.press('Load more events');
    await until(
      () =>
        events(page).length > 2 && byRole(page.root, 'button', 'Load more events').ariaDisabled === 'false',
    );

    expect(events(page)[0]).to.contain('Asked to start');
    expect(
      page.asked('events').map(({ args }) => Boolean((args[1] as { cursor?: string }).cursor)),
    ).to.deep.equal([false, true]);
  });

  it('says why the events could not be loaded, and tries again', async () => {
    const page = await auditPage({
      sessions: [active],
      attributes: { 'live-interval': '600' }, // or a look for news tries again first
      before: (client) => void client.fail('events', 'unavailable'),
    });
    const failed = next(page.page, 'impersonation-failed');

    expander(page).click();
    expect((await failed).error.code).to.equal('unavailable');
    await until(() => textOf(allByRole(page.root, 'alert')[0] as Element).includes('unavailable'));
    await expectAccessible(page.table);

    page.press('Try again');
    await until(() => events(page).length);
    expect(allByRole(page.root, 'alert').length).to.equal(0);
  });

  it('says so when the backend keeps no events', async () => {
    const page = await auditPage({ sessions: [active], capabilities: { events: false } });

    expander(page).click();
    await until(() => textOf(page.root).includes('This backend keeps no record of what happened.'));

    expect(page.asked('events')).to.have.lengthOf(0);
  });

  it('adds what happens while it is open, up to the end', async () => {
    const page = await auditPage({ sessions: [active] });
    expander(page).click();
    await until(() => events(page).length);
    const before = events(page).length;

    await page.client.revoke(active.id, { reason: goodReason });
    page.comeBack();
    await until(() => events(page).length > before);

    expect(events(page).at(-1)).to.contain('Ended Revoked');
  });
});

describe('<session-audit-table>: revoking', () => {
  const opener = ({ root }: AuditPage) => byRole(root, 'button', 'Revoke Sam Lee’s access as Dana Fox');
  const field = ({ root }: AuditPage) => byRole<HTMLTextAreaElement>(root, 'textbox', 'Why?');

  async function dialogPage(options: Parameters<typeof auditPage>[0] = {}) {
    const page = await auditPage({ sessions: [active], ...options });
    opener(page).focus();
    opener(page).click();
    await until(() => byRole(page.root, 'dialog', 'Revoke Sam Lee’s access as Dana Fox?').matches(':modal'));
    return page;
  }

  it('asks for a reason, revokes, and says in the row that it is over', async () => {
    const page = await dialogPage();
    expect(focused() === field(page)).to.equal(true);
    await expectAccessible(page.table);

    const revoked = next(page.page, 'session-revoked');
    field(page).value = goodReason;
    page.press('Revoke access');

    const { session, composed } = await revoked;
    expect(session).to.include({
      id: active.id,
      status: 'ended',
      endCause: 'revoked',
      endReason: goodReason,
    });
    expect(composed).to.equal(true);
    expect(page.asked('revoke').map(({ args }) => args)).to.deep.equal([[active.id, { reason: goodReason }]]);
    await until(() => page.rows()[0]?.includes('Ended Revoked'));
    expect(hasRole(page.root, 'dialog', /./)).to.equal(false);
    expect(hasRole(page.root, 'button', /^Revoke/)).to.equal(false);
    await until(() => focused()?.getAttribute('aria-label')?.startsWith('Details: Sam Lee'));
  });

  it('asks nothing of the backend before there is a reason, and says what is wrong at the field', async () => {
    const page = await dialogPage();
    field(page).value = ' too    short ';

    byRole(page.root, 'button', 'Revoke access').focus();
    page.press('Revoke access');
    await until(() => field(page).ariaInvalid === 'true');

    expect(textOf(byRole(page.root, 'alert', /.*/))).to.equal('Give a reason of at least 10 characters.');
    expect(focused() === field(page)).to.equal(true);
    expect(page.asked('revoke')).to.have.lengthOf(0);
    await expectAccessible(page.table);
  });

  it('is left by Escape and by its button, and gives the focus back', async () => {
    const page = await dialogPage();

    await sendKeys({ press: 'Escape' });
    await until(() => !hasRole(page.root, 'dialog', /./));
    expect(focused() === opener(page)).to.equal(true);

    opener(page).click();
    await until(() => hasRole(page.root, 'dialog', /./));
    page.press('Keep it open');
    await until(() => !hasRole(page.root, 'dialog', /./));
    expect(focused() === opener(page)).to.equal(true);
    expect(page.asked('revoke')).to.have.lengthOf(0);
  });

  it('says why it was refused, keeps what was written, and tells the page', async () => {
    const page = await dialogPage({ before: (client) => void client.fail('revoke', 'forbidden') });
    const failed = next(page.page, 'impersonation-failed');
    field(page).value = goodReason;

    page.press('Revoke access');

    expect((await failed).error.code).to.equal('forbidden');
    await until(
      () => textOf(byRole(page.root, 'alert', /.*/)) === 'You are not allowed to do this. forbidden',
    );
    expect(field(page).value).to.equal(goodReason);
    page.press('Revoke access');
    await until(() => page.rows()[0]?.includes('Ended Revoked'));
  });

  it('asks once, cannot be left, and says so while the backend is thinking', async () => {
    const page = await dialogPage();
    const release = page.client.hold('revoke');
    field(page).value = goodReason;

    page.press('Revoke access');
    await until(() => hasRole(page.root, 'button', 'Revoking…'));
    page.press('Revoking…');
    await sendKeys({ press: 'Escape' });
    expect(hasRole(page.root, 'dialog', /./)).to.equal(true);
    await expectAccessible(page.table);

    release();
    await until(() => page.rows()[0]?.includes('Ended Revoked'));
    expect(page.asked('revoke')).to.have.lengthOf(1);
  });

  it('is not offered where the backend cannot, or where it is over', async () => {
    const cannot = await auditPage({ sessions: [active], capabilities: { revoke: false } });
    expect(hasRole(cannot.root, 'button', /^Revoke/)).to.equal(false);

    const over = await auditPage({
      sessions: [sampleSession({ status: 'ended', endCause: 'ended', endedAt: at(0) })],
    });
    expect(hasRole(over.root, 'button', /^Revoke/)).to.equal(false);
  });

  it('is offered for a session whose tab is not open yet', async () => {
    const page = await auditPage({
      sessions: [sampleSession({ status: 'pending', startedAt: null, createdAt: at(-5) })],
    });

    expect(page.rows()[0]).to.contain('Waiting Its tab is not open yet');
    opener(page);
  });
});

describe('groupEvents', () => {
  it('makes one thing of the rows about one request, where it began', () => {
    expect(groupEvents(record).map((happening) => [happening.is, happening.event.id])).to.deep.equal([
      ['step', '1'],
      ['request', '3'],
      ['request', '4'],
      ['request', '5'],
      ['step', '6'],
      ['step', '7'],
    ]);
  });

  it('believes how it went, in whichever order the rows come', () => {
    const [, intended, made] = record as [SessionEvent, SessionEvent, SessionEvent];

    expect(groupEvents([made, intended])).to.have.lengthOf(1);
    expect(groupEvents([made, intended])[0]).to.include({ outcome: 'made' });
    expect(groupEvents([intended])[0]).to.include({ outcome: 'intended' });
  });
});

const row = (id: number, type: SessionEvent['type'], rest: Partial<SessionEvent> = {}): SessionEvent => ({
  id: String(id),
  at: at(id - 1),
  type,
  sessionId: active.id,
  actor: active.actor,
  subject: active.subject,
  request: null,
  action: null,
  code: null,
  detail: {},
  ...rest,
});
const request = (id: string, method: string, route: string, status: number | null) => ({
  request: { id, method, route, status },
});

const record: SessionEvent[] = [
  row(1, 'session.requested', {
    detail: { mode: 'full', durationSeconds: 900, reason: 'Told among the facts' },
  }),
  row(2, 'request.intended', { ...request('r1', 'PATCH', '/notes/1', null), action: 'note.update' }),
  row(3, 'request.made', { ...request('r1', 'PATCH', '/notes/1', 200), action: 'note.update' }),
  row(4, 'request.blocked', {
    ...request('r2', 'DELETE', '/notes/1', 403),
    action: 'note.delete',
    code: 'impersonation_blocked',
  }),
  row(5, 'request.intended', { ...request('r3', 'POST', '/notes', null), action: 'note.create' }),
  row(6, 'session.mode-changed', {
    detail: { from: 'full', to: 'read-only', reason: 'Done with the change' },
  }),
  row(7, 'session.ended', { detail: { cause: 'revoked', reason: 'The case was closed' } }),
];
