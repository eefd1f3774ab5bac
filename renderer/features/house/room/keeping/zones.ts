import { offsetName } from '../../../../../shared/domain/zone-shifts.ts'
import type { Language } from '../../../../lib/i18n.ts'
import { instantNow } from '../../../../lib/now.ts'

export interface ZoneOption {
  value: string
  /** «Europe/Berlin · UTC+1 · 德国时间» */
  label: string
  /** «Europe Berlin», and what it was called before, by which it is found too. */
  alsoFoundBy: string
}

/** Zones that browsers go on calling by a name of before: what the places are called now. */
const CALLED_NOW: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}
export const calledNow = (zone: string): string => CALLED_NOW[zone] ?? zone

const made = new Map<Language, readonly ZoneOption[]>()

/** Every zone this computer knows, by its name, what it is ahead of UTC now, and what people call it. Made at the first asking. */
export function zoneOptions(language: Language, current: string): readonly ZoneOption[] {
  const known = made.get(language) ?? Intl.supportedValuesOf('timeZone').map((zone) => optionOf(zone, language))
  made.set(language, known)
  return known.some(({ value }) => value === current) ? known : [optionOf(current, language), ...known]
}

function optionOf(zone: string, language: Language): ZoneOption {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts()
  const called = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const label = [calledNow(zone), offsetName(instantNow(), zone), called].filter(Boolean).join(' · ')
  return { value: zone, label, alsoFoundBy: `${calledNow(zone)} ${zone}`.replace(/[/_]/g, ' ') }
}

/** «Asia/Shanghai (UTC+8)» */
export const zoneName = (zone: string): string => `${calledNow(zone)} (${offsetName(instantNow(), zone)})`
