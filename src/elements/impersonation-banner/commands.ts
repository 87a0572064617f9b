import type { TabSession } from '../../client/tab-session.js';
import type { Mode } from '../../core/vocabulary.js';
import { ImpersonationEndEvent, ImpersonationExtendedEvent } from '../events.js';
import type { Later } from '../internal/later.js';
import { protocol } from '../internal/protocol.js';
import type { Rest } from './rest.js';
import type { TaskController } from './task.js';

interface Desk {
  readonly host: EventTarget;
  readonly tasks: TaskController;
  readonly later: Pick<Later<unknown, Rest>, 'part' | 'bring'>;
  /** The tab session while it impersonates, by the banner's own clock. */
  readonly active: () => TabSession | undefined;
  readonly tab: () => TabSession | undefined;
}

/** What can be done from the banner. Each resolves when it is over, however it ended. */
export class Commands {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async end(): Promise<void> {
    const { host, tasks, active } = this.#desk;
    const tab = active();
    if (!tab || tasks.isBusy('end')) return;
    if (!host.dispatchEvent(new ImpersonationEndEvent())) return;
    await tasks.run('end', () => tab.end());
  }

  async extend(reason?: string): Promise<void> {
    const { host, tasks, active } = this.#desk;
    const tab = active();
    if (!tab || tasks.isBusy()) return;
    if (!(await tasks.run('extend', () => tab.extend(reason)))) return;
    if (tab.state.status === 'active' && tab.state.record) {
      host.dispatchEvent(new ImpersonationExtendedEvent(tab.state.record));
    }
  }

  async setMode(mode: Mode, reason?: string): Promise<void> {
    const { tasks, later, active } = this.#desk;
    const tab = active();
    if (!tab || tasks.isBusy()) return;
    const switched = await tasks.run('mode', async () => {
      const { judge, ModeRequest } = await protocol();
      const asked = judge(ModeRequest, { mode, reason }, 'invalid_request');
      await (asked.reason ? tab.setMode(mode, asked.reason) : tab.setMode(mode));
    });
    const { part: rest } = later;
    if (switched) rest?.fullAccess.close();
    else rest?.fullAccess.focus();
  }

  /** Less access at once; more asks for a reason first. */
  readonly switchMode = (): void => {
    const { tasks, later, active } = this.#desk;
    const state = active()?.state;
    if (tasks.isBusy()) return;
    if (state?.status === 'active' && state.session.mode === 'full') void this.setMode('read-only');
    else void tasks.run('mode', async () => (await later.bring()).fullAccess.ask());
  };

  readonly stopAsking = (): void => {
    this.#desk.later.part?.fullAccess.stop();
    this.#desk.tasks.clear();
  };

  readonly retry = (): void => {
    const { tasks, tab } = this.#desk;
    const session = tab();
    if (session && !tasks.isBusy()) void tasks.run('refresh', () => session.refresh());
  };
}
