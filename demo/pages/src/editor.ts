/**
 * The note that is open. Changing it needs full access: the guard says so before the server would.
 *
 * @module
 */

import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { call, sentence } from './api.js';
import type { Note, Project } from './model.js';
import { say } from './page.js';
import { confirmed, icons, moment } from './parts.js';

export interface EditorEvents {
  back(): void;
  changed(note: Note): void;
  removed(note: Note): void;
}

export function editor(note: Note | null, projects: readonly Project[], events: EditorEvents) {
  if (!note) {
    return html`<div class="blank">
      <h2>Nothing open</h2>
      <p>Choose a note, or write a new one.</p>
    </div>`;
  }
  const project = projects.find(({ id }) => id === note.projectId);
  // A new form for each note, so that what was typed into one never ends up in another.
  return keyed(
    note.id,
    html`
      <button class="quiet back" @click=${events.back}>${icons.back} Notes</button>
      <impersonation-guard action="note.update" when="read-only">
        <form @submit=${(event: SubmitEvent) => save(event, note, events)}>
          <p class="muted">${project?.name} · Changed ${moment(note.updatedAt)}</p>
          <label class="visually-hidden" for="title">Title</label>
          <input id="title" name="title" required maxlength="200" autocomplete="off" .value=${note.title} />
          <label class="visually-hidden" for="body">Text</label>
          <textarea id="body" name="body" maxlength="20000" .value=${note.body}></textarea>
          <div class="row">
            <button type="button" class="quiet danger" @click=${() => remove(note, events)}>Delete</button>
            <button class="button primary">Save</button>
          </div>
        </form>
      </impersonation-guard>
    `,
  );
}

async function save(event: SubmitEvent, note: Note, events: EditorEvents): Promise<void> {
  event.preventDefault();
  const fields = new FormData(event.target as HTMLFormElement);
  try {
    events.changed(
      await call<Note>('PATCH', `/api/notes/${note.id}`, {
        title: fields.get('title'),
        body: fields.get('body'),
      }),
    );
  } catch (error) {
    say(sentence(error));
  }
}

async function remove(note: Note, events: EditorEvents): Promise<void> {
  const question = {
    title: `Delete “${note.title}”?`,
    text: 'This cannot be taken back.',
    yes: 'Delete note',
  };
  if (!(await confirmed(question))) return;
  try {
    await call('DELETE', `/api/notes/${note.id}`);
    events.removed(note);
  } catch (error) {
    say(sentence(error));
  }
}
