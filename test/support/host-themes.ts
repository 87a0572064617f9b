/**
 * What the style sheets of well-known hosts set on a page, as they are published: light, then dark.
 *
 * @module
 */

export interface HostTheme {
  readonly name: 'bootstrap' | 'carbon' | 'material' | 'shadcn';
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
  /** Makes the page's root dark, as the host does. */
  darken(root: HTMLElement): void;
  lighten(root: HTMLElement): void;
}

export const hostThemes: readonly HostTheme[] = [
  {
    name: 'shadcn',
    light: {
      '--background': 'oklch(1 0 0)',
      '--foreground': 'oklch(0.145 0 0)',
      '--primary': 'oklch(0.205 0 0)',
      '--primary-foreground': 'oklch(0.985 0 0)',
      '--muted': 'oklch(0.97 0 0)',
      '--muted-foreground': 'oklch(0.556 0 0)',
      '--border': 'oklch(0.922 0 0)',
      '--destructive': 'oklch(0.577 0.245 27.325)',
      '--radius': '0.625rem',
    },
    dark: {
      '--background': 'oklch(0.145 0 0)',
      '--foreground': 'oklch(0.985 0 0)',
      '--primary': 'oklch(0.922 0 0)',
      '--primary-foreground': 'oklch(0.205 0 0)',
      '--muted': 'oklch(0.269 0 0)',
      '--muted-foreground': 'oklch(0.708 0 0)',
      '--border': 'oklch(1 0 0 / 10%)',
      '--destructive': 'oklch(0.704 0.191 22.216)',
    },
    darken: (root) => root.classList.add('dark'),
    lighten: (root) => root.classList.remove('dark'),
  },
  {
    name: 'bootstrap',
    light: {
      '--bs-body-color': '#212529',
      '--bs-body-bg': '#fff',
      '--bs-tertiary-bg': '#f8f9fa',
      '--bs-secondary-color': 'rgba(33, 37, 41, 0.75)',
      '--bs-border-color': '#dee2e6',
      '--bs-link-color': '#0d6efd',
      '--bs-form-invalid-color': '#dc3545',
      '--bs-warning-text-emphasis': '#664d03',
      '--bs-success-text-emphasis': '#0a3622',
      '--bs-border-radius': '0.375rem',
    },
    dark: {
      '--bs-body-color': '#dee2e6',
      '--bs-body-bg': '#212529',
      '--bs-tertiary-bg': '#2b3035',
      '--bs-secondary-color': 'rgba(222, 226, 230, 0.75)',
      '--bs-border-color': '#495057',
      '--bs-link-color': '#6ea8fe',
      '--bs-form-invalid-color': '#ea868f',
      '--bs-warning-text-emphasis': '#ffda6a',
      '--bs-success-text-emphasis': '#75b798',
    },
    darken: (root) => root.setAttribute('data-bs-theme', 'dark'),
    lighten: (root) => root.removeAttribute('data-bs-theme'),
  },
  {
    name: 'material',
    light: {
      '--md-sys-color-primary': '#6750a4',
      '--md-sys-color-on-primary': '#ffffff',
      '--md-sys-color-surface': '#fef7ff',
      '--md-sys-color-surface-container': '#f3edf7',
      '--md-sys-color-on-surface': '#1d1b20',
      '--md-sys-color-on-surface-variant': '#49454f',
      '--md-sys-color-outline-variant': '#cac4d0',
      '--md-sys-color-outline': '#79747e',
      '--md-sys-color-error': '#b3261e',
      '--md-sys-color-on-error': '#ffffff',
      '--md-sys-color-secondary': '#625b71',
      '--md-sys-color-tertiary': '#7d5260',
      '--md-sys-color-on-tertiary': '#ffffff',
    },
    dark: {
      '--md-sys-color-primary': '#d0bcff',
      '--md-sys-color-on-primary': '#381e72',
      '--md-sys-color-surface': '#141218',
      '--md-sys-color-surface-container': '#211f26',
      '--md-sys-color-on-surface': '#e6e0e9',
      '--md-sys-color-on-surface-variant': '#cac4d0',
      '--md-sys-color-outline-variant': '#49454f',
      '--md-sys-color-outline': '#938f99',
      '--md-sys-color-error': '#f2b8b5',
      '--md-sys-color-on-error': '#601410',
      '--md-sys-color-secondary': '#ccc2dc',
      '--md-sys-color-tertiary': '#efb8c8',
      '--md-sys-color-on-tertiary': '#492532',
    },
    darken: (root) => root.style.setProperty('color-scheme', 'dark'),
    lighten: (root) => root.style.removeProperty('color-scheme'),
  },
  {
    name: 'carbon',
    light: {
      '--cds-background': '#ffffff',
      '--cds-layer': '#f4f4f4',
      '--cds-text-primary': '#161616',
      '--cds-text-secondary': '#525252',
      '--cds-text-inverse': '#ffffff',
      '--cds-text-error': '#da1e28',
      '--cds-link-primary': '#0f62fe',
      '--cds-border-subtle': '#e0e0e0',
      '--cds-border-strong': '#8d8d8d',
      '--cds-focus': '#0f62fe',
    },
    dark: {
      '--cds-background': '#161616',
      '--cds-layer': '#262626',
      '--cds-text-primary': '#f4f4f4',
      '--cds-text-secondary': '#c6c6c6',
      '--cds-text-inverse': '#161616',
      '--cds-text-error': '#ff8389',
      '--cds-link-primary': '#78a9ff',
      '--cds-border-subtle': '#393939',
      '--cds-border-strong': '#6f6f6f',
      '--cds-focus': '#ffffff',
    },
    darken: (root) => root.classList.add('cds--g100'),
    lighten: (root) => root.classList.remove('cds--g100'),
  },
];
