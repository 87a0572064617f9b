import { expect } from 'chai';

import { auditPage } from '../support/audit-page.js';
import { expectAccessible } from '../support/fixture.js';

describe('density', () => {
  const refresh = ({ root }: Awaited<ReturnType<typeof auditPage>>) =>
    Math.round(root.querySelector<HTMLElement>('.button')!.getBoundingClientRect().height);
  const height = async (density?: string) => {
    const page = await auditPage({ sessions: 3, ...(density && { attributes: { density } }) });
    return {
      row: Math.round(page.root.querySelector('[part~=row]')!.getBoundingClientRect().height),
      button: refresh(page),
    };
  };

  it('is as standard when nobody says so', async () => {
    expect(await height()).to.deep.equal(await height('standard'));
  });

  it('takes less room or more, and leaves everything large enough to hit', async () => {
    const [compact, standard, comfortable] = [
      await height('compact'),
      await height('standard'),
      await height('comfortable'),
    ];

    expect(compact.row).to.be.lessThan(standard.row);
    expect(comfortable.row).to.be.greaterThan(standard.row);
    expect(compact.button).to.be.at.least(24).and.to.be.lessThan(standard.button);
  });

  it('leaves everything accessible', async () => {
    const { page } = await auditPage({ sessions: 3, attributes: { density: 'compact' } });

    await expectAccessible(page);
  });

  it('is what the page says around it, unless the element says otherwise', async () => {
    document.documentElement.style.setProperty('--ik-density', '0.8');
    try {
      expect(await height()).to.deep.equal(await height('compact'));
      expect((await height('comfortable')).row).to.be.greaterThan((await height()).row);
    } finally {
      document.documentElement.style.removeProperty('--ik-density');
    }
  });
});
