import i18next from 'i18next'
import type { DoorRefusal } from '../../shared/contract/entry.ts'
import type { Failure } from './failure.ts'
import { dateIn, timeOn } from './formats.ts'
import { currentLanguage } from './i18n.ts'
import { listOfWords } from './list-of-words.ts'
import { instantNow } from './now.ts'
import { useRoomZone } from './place-store.ts'

type Detail<Code extends DoorRefusal['code']> = Extract<DoorRefusal, { code: Code }>['detail']

type HubCode = 'not_allowed' | 'offline' | 'hub_busy' | 'other_version' | 'still_listening'

/** What a hub, or a desk that belongs to one, refuses for reasons of its own. */
export function hubText(code: HubCode, detail: unknown): Failure {
  const t = i18next.getFixedT(null, 'common')
  switch (code) {
    case 'not_allowed': {
      const { needs } = detail as Detail<'not_allowed'>
      const roles = listOfWords(
        needs.map((role) => t(`role.${role}`)),
        'disjunction',
      )
      return { title: t('failure.notAllowed.title', { roles }), hint: t('failure.notAllowed.hint') }
    }
    case 'offline':
      return { title: t('failure.offline.title', { since: sinceIn(detail) }), hint: t('failure.offline.hint') }
    case 'hub_busy':
      return { title: t('failure.hubBusy.title'), hint: t('failure.hubBusy.hint') }
    case 'still_listening': {
      const { listenerName } = detail as Detail<'still_listening'>
      const title =
        listenerName === null
          ? t('failure.stillListening.somebody')
          : t('failure.stillListening.title', { name: listenerName })
      return { title, hint: t('failure.stillListening.hint') }
    }
    case 'other_version':
      return (detail as Detail<'other_version'>).isDeskOlder
        ? { title: t('failure.otherVersion.deskOlder'), hint: t('failure.otherVersion.deskHint') }
        : { title: t('failure.otherVersion.hubOlder'), hint: t('failure.otherVersion.hubHint') }
  }
}

/** What the hub was to be asked while it is away, and never was before: there is nothing to show. */
export function neverRead(detail: unknown): Failure {
  const t = i18next.getFixedT(null, 'common')
  return { title: t('failure.offlineRead.title', { since: sinceIn(detail) }), hint: t('failure.offlineRead.hint') }
}

function sinceIn(detail: unknown): string {
  const { since } = detail as Detail<'offline'>
  const place = { language: currentLanguage(), timeZone: useRoomZone.getState().timeZone }
  return timeOn(dateIn(instantNow(), place.timeZone), since, place)
}
