import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { Place } from './formats.ts'
import { currentLanguage } from './i18n.ts'

/** The room's zone, known once the room is read; the shop's own until then. */
export const useRoomZone = create<{ timeZone: string }>()(() => ({ timeZone: 'Asia/Shanghai' }))

/** Language and zone for the functions of formats.ts; a component that calls it repaints when either changes. */
export function usePlace(): Place {
  const { i18n } = useTranslation()
  const timeZone = useRoomZone((state) => state.timeZone)
  return { language: i18n.language === 'en' ? 'en' : 'zh', timeZone }
}

/** The same at this moment, for words that are made outside a component. */
export const placeNow = (): Place => ({ language: currentLanguage(), timeZone: useRoomZone.getState().timeZone })
