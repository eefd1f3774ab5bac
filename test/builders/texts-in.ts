import i18next, { type TFunction } from 'i18next'
import { en } from '../../renderer/lib/texts-en.ts'
import { zh } from '../../renderer/lib/texts-zh.ts'

/** The texts of a part in a language, without a page to show them on. */
export function textsIn<Part extends keyof typeof zh>(language: 'zh' | 'en', part: Part): TFunction<Part> {
  const own = i18next.createInstance()
  void own.init({
    lng: language,
    fallbackLng: false,
    resources: { zh, en },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return own.getFixedT(language, part)
}
