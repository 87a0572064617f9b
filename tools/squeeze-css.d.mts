import type { Plugin } from 'vite';

export function squeezeCss(code: string): string;
export const squeezedCss: Plugin;
