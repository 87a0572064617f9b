import type { BuildOptions, InlineConfig, LibraryOptions } from 'vite';

export const autoBundle: InlineConfig & {
  build: BuildOptions & { lib: LibraryOptions & { entry: Record<string, string> } };
};
