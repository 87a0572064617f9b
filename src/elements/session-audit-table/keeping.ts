/**
 * The views of a person: read, saved, renamed, deleted and brought back. Each change begins with what is kept now, so that
 * another tab's is not lost.
 *
 * @module
 */

import { isView, sameName, type SavedView, type ViewStore } from './saved-view.js';

export class Keeping {
  /** `null` until they were read. */
  views: readonly SavedView[] | null = null;
  /** What did not work. */
  failed: 'read' | 'kept' | null = null;
  /** What was deleted last, and where it stood. */
  deleted: { readonly view: SavedView; readonly index: number } | null = null;
  readonly #store: ViewStore;
  readonly #changed: () => void;
  #last: Promise<boolean> = Promise.resolve(true);

  constructor(store: ViewStore, changed: () => void) {
    this.#store = store;
    this.#changed = changed;
  }

  find(name: string): SavedView | undefined {
    return this.views?.find((view) => sameName(view.name, name));
  }

  async load(): Promise<boolean> {
    return this.#try('read', async () => {
      this.views = (await this.#read()).filter(isView);
    });
  }

  /** In the place of the one of this name, if there is one. */
  async save(view: SavedView): Promise<boolean> {
    return this.#change((views) => {
      const index = indexOf(views, view.name);
      if (index < 0) views.push(view);
      else views[index] = view;
    });
  }

  /** Does nothing when the name is another view's. */
  async rename(from: string, to: string): Promise<boolean> {
    return this.#change((views) => {
      const other = indexOf(views, to);
      const index = indexOf(views, from);
      const view = views[index];
      if (isView(view) && (other < 0 || other === index)) views[index] = { ...view, name: to };
    });
  }

  async remove(name: string): Promise<boolean> {
    let deleted = this.deleted;
    const done = await this.#change((views) => {
      const index = indexOf(views, name);
      const [view] = index < 0 ? [] : views.splice(index, 1);
      if (isView(view)) deleted = { view, index };
    });
    if (done) this.deleted = deleted;
    this.#changed();
    return done;
  }

  /** Brings back what was deleted last, under its name; unless there is another of that name by now. */
  async restore(): Promise<boolean> {
    const { deleted } = this;
    if (!deleted) return false;
    const done = await this.#change((views) => {
      if (indexOf(views, deleted.view.name) < 0) views.splice(deleted.index, 0, deleted.view);
    });
    if (done) this.deleted = null;
    this.#changed();
    return done;
  }

  async #read(): Promise<unknown[]> {
    const views: unknown = await this.#store.get();
    return Array.isArray(views) ? [...(views as unknown[])] : [];
  }

  async #change(change: (views: unknown[]) => void): Promise<boolean> {
    return this.#try('kept', async () => {
      const views = await this.#read();
      change(views);
      await this.#store.set(views as SavedView[]); // with what this version cannot read
      this.views = views.filter(isView);
      this.deleted = null;
    });
  }

  /** One after the other: each change begins with what the one before it left. */
  async #try(what: 'read' | 'kept', act: () => Promise<void>): Promise<boolean> {
    return (this.#last = this.#last.then(async () => {
      this.failed = null;
      try {
        await act();
      } catch {
        this.failed = what;
      }
      this.#changed();
      return !this.failed;
    }));
  }
}

const indexOf = (views: readonly unknown[], name: string) =>
  views.findIndex((view) => isView(view) && sameName(view.name, name));
