import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { Place } from './formats.ts'
import { currentLanguage } from './i18n.ts'

/** The zone of the house: its first room's, known once the rooms are read; the shop's own until then. */
export const useRoomZone = create<{ timeZone: string }>()(() => ({ timeZone: 'Asia/Shanghai' }))

/** Around what belongs to one room: all times in it are by the clock of that room. Null: the clock of the house. */
export const ZoneHere = createContext<string | null>(null)

/** Language and zone for the functions of formats.ts; a component that calls it repaints when either changes. */
export function usePlace(): Place {
  const { i18n } = useTranslation()
  const ofHouse = useRoomZone((state) => state.timeZone)
  const timeZone = useContext(ZoneHere) ?? ofHouse
  return { language: i18n.language === 'en' ? 'en' : 'zh', timeZone }
}

/** The same at this moment by the clock of the house, for words that are made outside a component. */
export const placeNow = (): Place => ({ language: currentLanguage(), timeZone: useRoomZone.getState().timeZone })
