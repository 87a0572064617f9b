export function ensureChrome(): Promise<{ path: string; env?: Record<string, string> }>;
export function findFirefox(): string | undefined;
export const chromeArgs: string[];
