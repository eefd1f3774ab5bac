import en from '../../resources/locales/en/shell.json' with { type: 'json' }
import zh from '../../resources/locales/zh/shell.json' with { type: 'json' }

export type Language = 'zh' | 'en'

/** Texts of what the system draws for us: menu, tray, notifications, dialogs. */
export type Words = typeof zh

const languages: Readonly<Record<Language, Words>> = { zh, en }

export const wordsOf = (language: Language): Words => languages[language]

/** `fill('{count} due', { count: 3 })` → `3 due`. An unknown name stays, so that a test sees it. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
