import { offsetName } from '../../../../../shared/domain/zone-shifts.ts'
import type { Language } from '../../../../lib/i18n.ts'
import { instantNow } from '../../../../lib/now.ts'

export interface ZoneOption {
  value: string
  /** «Europe/Berlin · UTC+1 · 德国时间» */
  label: string
  /** «Europe Berlin», by which it is found too. */
  alsoFoundBy: string
}

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
  const label = [zone, offsetName(instantNow(), zone), called].filter(Boolean).join(' · ')
  return { value: zone, label, alsoFoundBy: zone.replace(/[/_]/g, ' ') }
}

/** «Asia/Shanghai (UTC+8)» */
export const zoneName = (zone: string): string => `${zone} (${offsetName(instantNow(), zone)})`
