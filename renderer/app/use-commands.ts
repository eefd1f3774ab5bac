import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { SECTIONS } from '../features/house/settings/sections.ts'
import type { Command } from '../features/search/find-rows.ts'
import { currentSession } from '../lib/common-queries.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { type ActionId, actionIds, actionOf } from '../lib/key-map.ts'
import { actNow, useKeyRegistry } from '../lib/key-registry.ts'
import { chordsOf } from '../lib/keys.ts'
import { actOnArrival, pageOfScope, tellWhere } from './on-arrival.ts'
import { otherWordsOfAction, otherWordsOfSection } from './other-words.ts'
import { useTicketLists } from './use-ticket-lists.ts'

/** A key with a name of its own is looked for by it; one letter would find half of everything. */
const namedKeys = (chords: readonly string[]) => chords.filter((chord) => /^F\d+$/.test(chord))

/** What can be done on this page now, what other pages can do, and the pages of the settings. */
export function useCommands(): Command[] {
  const { t } = useTranslation(['keys', 'settings', 'find'])
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const runningId = useQuery(currentSession).data?.id ?? null
  const ticketLists = useTicketLists()
  const { listening, remaps } = useKeyRegistry()
  return useMemo(() => {
    const bound = new Set(
      listening.filter(({ layer }) => layer === 0).flatMap((entry) => Object.keys(entry.handlers.current)),
    )
    // Walking keys and those of a field do nothing by themselves.
    const isAct = (id: ActionId) => id !== 'find' && actionOf(id).isFixed !== true && actionOf(id).repeats !== true
    const elsewhere = i18next.getFixedT(currentLanguage() === 'zh' ? 'en' : 'zh', ['keys', 'settings', 'find'])
    const named = (id: ActionId) => ({
      id,
      name: t(`keys:action.${id}`),
      otherWords: [elsewhere(`keys:action.${id}`), otherWordsOfAction(id), ...namedKeys(chordsOf(id, remaps))].join(
        ' ',
      ),
      chord: chordsOf(id, remaps)[0] ?? null,
    })
    const acts = actionIds().filter(isAct)
    const here = acts
      .filter((id) => bound.has(id))
      .map((id): Command => ({ ...named(id), page: null, run: () => actNow(id) }))
    const away = acts.flatMap((id): Command[] => {
      const { scope, chords, whenThere } = actionOf(id)
      const path = pageOfScope(scope, runningId)
      // Esc leaves something that is open: from elsewhere nothing is.
      if (bound.has(id) || path === null || chords[0] === 'Escape') return []
      const run = () => {
        if (path.split('?')[0] !== pathname) void navigate(path)
        if (whenThere === 'acts') actOnArrival(id, scope)
        else tellWhere(id, scope)
      }
      return [{ ...named(id), page: t(`keys:scope.${scope}`), run }]
    })
    const settings = SECTIONS.map(
      (section): Command => ({
        id: `settings-${section}`,
        name: t('find:row.settings', { section: t(`settings:section.${section}`) }),
        otherWords: `${elsewhere(`settings:section.${section}`)} ${otherWordsOfSection(section)}`,
        page: null,
        chord: null,
        run: () => void navigate(`/settings?section=${section}`),
      }),
    )
    return [...here, ...settings, ...ticketLists, ...away]
  }, [ticketLists, listening, remaps, navigate, pathname, runningId, t])
}
