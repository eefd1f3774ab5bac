export interface Look {
  readonly language: 'zh' | 'en'
  readonly theme: 'light' | 'dark'
}

const everyLook: readonly Look[] = [
  { language: 'zh', theme: 'light' },
  { language: 'zh', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
]

/** What docs/guide shows: every screen in Chinese by day, six in English by night. The other looks are for looking only. */
const alsoInEnglish = ['today', 'seats-day', 'live', 'tickets', 'life-card', 'meeting']

export const looksOf = (screen: string, isEverything: boolean): readonly Look[] =>
  everyLook.filter(({ language, theme }) => {
    if (isEverything || (language === 'zh' && theme === 'light')) return true
    return language === 'en' && theme === 'dark' && alsoInEnglish.includes(screen)
  })

export const fileName = (screen: string, { language, theme }: Look): string => `${screen}-${language}-${theme}.png`
