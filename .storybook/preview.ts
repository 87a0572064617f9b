import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';

import '../src/define.js';
import { registerMessages } from '../src/elements/messages/languages.js';
import { pseudo } from '../stories/support/pseudo.js';

import manifest from '../dist/custom-elements.json' with { type: 'json' };
import { globalTypes, initialGlobals, pageAround, setStage } from './toolbar.js';

setCustomElementsManifest(manifest);
registerMessages('qps', pseudo);
configure({ asyncUtilTimeout: 20_000 }); // how fast a machine is, is not what stories ask

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
  loaders: [
    ({ globals }) => {
      setStage(globals as typeof initialGlobals);
      return {};
    },
  ],
  decorators: [(story, { globals }) => pageAround(story(), globals as typeof initialGlobals)],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { toc: { headingSelector: 'h2, h3' } },
    options: { storySort: { order: ['Introduction', 'Elements'] } },
  },
};

export default preview;
