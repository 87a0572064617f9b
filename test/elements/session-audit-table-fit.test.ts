import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { auditPage } from '../support/audit-page.js';

describe('the audit table in a place of any width', () => {
  for (const width of [780, 860, 870, 1000, 1030, 1100, 1230, 1240, 1400]) {
    it(`has nothing to scroll sideways in ${String(width)} pixels`, async () => {
      await setViewport({ width, height: 700 });
      const { root } = await auditPage({ sessions: 8 });
      const scroller = root.querySelector('[part~=scroller], .scroller')!;
      expect(scroller.scrollWidth).to.be.at.most(scroller.clientWidth);
    });
  }
});
