/**
 * What the demo's pages and its sign-in say to a browser before any script runs.
 */

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { nextPage, signInFor } from '../../demo/pages/src/next-page.js';
import { startFieldnotes, type RunningFieldnotes } from './support/fieldnotes.js';

const origin = 'https://notes.example';
const next = (value: string) =>
  nextPage({ search: `?${new URLSearchParams({ next: value }).toString()}`, origin });

describe('After signing in', () => {
  it('one gets to the page one asked for', () => {
    assert.equal(next('/admin/audit?page=2'), `${origin}/admin/audit?page=2`);
    const asked = signInFor({ pathname: '/admin/audit', search: '?text=a%26b' });
    assert.equal(
      nextPage({ search: new URL(asked, origin).search, origin }),
      `${origin}/admin/audit?text=a%26b`,
    );
    assert.equal(signInFor({ pathname: '/', search: '' }), '/sign-in');
    assert.equal(nextPage({ search: '', origin }), null);
  });

  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n\\evil.example',
    '\t//evil.example',
    ' //evil.example',
    '///evil.example',
    'evil.example',
    'data:text/html,x',
    '',
    '//',
    '/\\/\\',
  ];
  for (const value of elsewhere)
    it(`nobody is led to ${JSON.stringify(value)}`, () => assert.equal(next(value), null));

  for (const value of [
    '/.//evil.example',
    '/..//evil.example',
    '/%2f%2fevil.example',
    '/@evil.example',
    '/?next=//evil.example',
  ])
    it(`${value} is a page of ours, whatever it looks like`, () => {
      assert.equal(new URL(next(value) ?? '', 'https://elsewhere.example').origin, origin);
    });
});

describe('The demo’s pages', () => {
  let demo: RunningFieldnotes;
  before(async () => {
    demo = await startFieldnotes();
  });
  after(() => demo.stop());

  it('run nothing inline, are framed by nobody and tell nobody where one came from', async () => {
    for (const path of ['/', '/settings', '/sign-in', '/admin', '/admin/audit']) {
      const response = await fetch(demo.origin + path);
      const said = (name: string) => response.headers.get(name) ?? '';
      assert.equal(response.status, 200, path);
      const policy = new Map(
        said('content-security-policy')
          .split('; ')
          .map((rule) => {
            const [name = '', ...values] = rule.split(' ');
            return [name, values.join(' ')];
          }),
      );
      assert.equal(policy.get('default-src'), "'none'", 'so is object-src');
      assert.equal(policy.get('script-src'), "'self'");
      assert.equal(policy.get('style-src'), "'self'");
      assert.equal(policy.get('frame-ancestors'), "'none'");
      assert.equal(policy.get('base-uri'), "'none'");
      assert.equal(policy.get('require-trusted-types-for'), "'script'");
      assert.doesNotMatch(said('content-security-policy'), /unsafe/);
      assert.equal(said('cross-origin-opener-policy'), 'same-origin');
      assert.equal(said('referrer-policy'), 'no-referrer');
      assert.equal(said('x-content-type-options'), 'nosniff');
      assert.doesNotMatch(await response.text(), /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i, path);
    }
  });

  it('keep the sign-in where no script and no other site can reach it', async () => {
    const signIn = await fetch(`${demo.origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: demo.origin },
      body: JSON.stringify({ email: 'sam@fieldnotes.example', password: 'fieldnotes-demo' }),
    });
    assert.equal(signIn.status, 200);
    for (const cookie of signIn.headers.getSetCookie()) {
      assert.match(cookie, /; HttpOnly/i);
      assert.match(cookie, /; SameSite=(Lax|Strict)/i);
      assert.match(cookie, /; Path=\/(;|$)/i);
      assert.doesNotMatch(cookie, /; Domain=/i);
    }
  });
});
