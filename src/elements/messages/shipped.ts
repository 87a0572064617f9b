import type { LanguageLoader } from './languages.js';

/** The languages that come with the kit, besides English. Each is loaded where an element stands in it, and not before. */
export const shippedLanguages: Readonly<Record<string, LanguageLoader>> = {
  ar: async () => (await import('./locales/ar.js')).ar,
  de: async () => (await import('./locales/de.js')).de,
  es: async () => (await import('./locales/es.js')).es,
  fr: async () => (await import('./locales/fr.js')).fr,
  ja: async () => (await import('./locales/ja.js')).ja,
  'pt-BR': async () => (await import('./locales/pt-br.js')).ptBR,
  'zh-CN': async () => (await import('./locales/zh-cn.js')).zhCN,
};
