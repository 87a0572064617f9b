export function ensureChrome(): Promise<{ path: string; env?: Record<string, string> }>;
export const chromeArgs: string[];
export function findFirefox(): string | undefined;
