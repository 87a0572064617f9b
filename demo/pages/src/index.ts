/**
 * The app itself: projects, notes, and the one that is open.
 *
 * @module
 */

import { html, nothing } from 'lit';

import { call, sentence } from './api.js';
import { editor } from './editor.js';
import type { Note, Project } from './model.js';
import { loadNotices, newestNotice } from './notices.js';
import { redraw, say, startPage } from './page.js';
import { day, icons } from './parts.js';

let projects: readonly Project[] = [];
let notes: readonly Note[] = [];
let project: string | null = null;
let query = '';
let open: string | null = null;

startPage({
  current: 'notes',
  async load() {
    const [answer] = await Promise.all([
      call<{ projects: Project[]; notes: Note[] }>('GET', '/api/notes'),
      loadNotices(),
    ]);
    ({ projects, notes } = answer);
    project = null;
    open = null;
  },
  content: () => html`
    ${newestNotice()}
    <div class="workspace" data-open=${open !== null}>
      ${sidebar()} ${list()}
      <section class="pane editor" aria-label="Note">
        ${editor(current(), projects, { back: () => choose(null), changed, removed })}
      </section>
    </div>
  `,
});

const inProject = () => notes.filter((note) => project === null || note.projectId === project);
const found = () => {
  const text = query.toLowerCase();
  return inProject().filter((note) => `${note.title} ${note.body}`.toLowerCase().includes(text));
};
/** The note that was chosen; on a wide screen, the first one until then. */
const current = () => notes.find(({ id }) => id === open) ?? found()[0] ?? null;

const sidebar = () => html`
  <nav class="sidebar" aria-label="Projects">
    <h2>Projects</h2>
    <ul>
      ${[{ id: null, name: 'All notes' }, ...projects].map(
        ({ id, name }) =>
          html`<li>
            <button aria-pressed=${project === id} @click=${() => show(id)}>
              <span>${name}</span>
              <small>${notes.filter((note) => id === null || note.projectId === id).length}</small>
            </button>
          </li>`,
      )}
    </ul>
  </nav>
`;

const list = () => html`
  <section class="pane list" aria-label="Notes">
    <div class="tools">
      <label class="search">
        ${icons.search}
        <span class="visually-hidden">Search notes</span>
        <input
          class="field"
          type="search"
          placeholder="Search notes"
          .value=${query}
          @input=${(event: InputEvent) => {
            query = (event.target as HTMLInputElement).value;
            redraw();
          }}
        />
      </label>
      <button class="button" @click=${create}>${icons.add} New note</button>
    </div>
    ${found().length === 0 ? html`<p class="blank">No notes here.</p>` : nothing}
    <ul>
      ${found().map(
        (note) =>
          html`<li>
            <button
              class="note"
              aria-current=${note.id === current()?.id ? 'true' : 'false'}
              @click=${() => choose(note.id)}
            >
              <strong>${note.title}</strong>
              <span class="excerpt">${note.body.split('\n', 1)[0]}</span>
              <small>${nameOf(note.projectId)} · ${day(note.updatedAt)}</small>
            </button>
          </li>`,
      )}
    </ul>
  </section>
`;

const nameOf = (id: string) => projects.find((one) => one.id === id)?.name ?? '';

function show(id: string | null): void {
  project = id;
  open = null;
  redraw();
}

function choose(id: string | null): void {
  open = id;
  redraw();
}

// Not guarded on purpose: in a read-only impersonation the server refuses, and its sentence is shown.
async function create(): Promise<void> {
  try {
    const note = await call<Note>('POST', '/api/notes', { projectId: project ?? projects[0]?.id });
    notes = [note, ...notes];
    query = '';
    choose(note.id);
  } catch (error) {
    say(sentence(error));
  }
}

function changed(note: Note): void {
  notes = [note, ...notes.filter(({ id }) => id !== note.id)];
  open = note.id;
  say('Saved.');
}

function removed(note: Note): void {
  notes = notes.filter(({ id }) => id !== note.id);
  open = null;
  say(`“${note.title}” was deleted.`);
}
