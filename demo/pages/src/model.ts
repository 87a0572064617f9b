/**
 * What the server answers.
 *
 * @module
 */

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organization: string;
  readonly role: string;
}

export interface Me extends User {
  /** Belongs to the Fieldnotes team, so sees the admin area. */
  readonly staff: boolean;
}

export interface Project {
  readonly id: string;
  readonly name: string;
}

export interface Note {
  readonly id: string;
  readonly projectId: string;
  readonly title: string;
  readonly body: string;
  readonly updatedAt: string;
}

export interface Notice {
  readonly id: string;
  readonly actorName: string;
  readonly reason: string;
  readonly at: string;
  readonly seen: boolean;
}

export interface UserPage {
  readonly items: readonly (User & {
    readonly joined: string;
    readonly notes: number;
    /** Why support cannot act as this person. */
    readonly whyNot: string | null;
  })[];
  readonly page: number;
  readonly size: number;
  readonly total: number;
}
