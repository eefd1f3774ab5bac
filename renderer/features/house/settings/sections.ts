export const SECTIONS = [
  ...(['me', 'people', 'room', 'types', 'life', 'silver'] as const),
  ...(['calendar', 'masking', 'retention', 'export', 'team', 'keys', 'data'] as const),
] as const

export type Section = (typeof SECTIONS)[number]

/** The section an address names; the first one for anything else. */
export const sectionOf = (name: string | null): Section => SECTIONS.find((section) => section === name) ?? 'me'
