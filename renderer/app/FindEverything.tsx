import i18next from 'i18next'
import { useCallback, useMemo } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { SECTIONS } from '../features/house/settings/sections.ts'
import { FindDialog } from '../features/search/FindDialog.tsx'
import type { Command, FindRow } from '../features/search/find-rows.ts'
import { closeFindBox } from '../features/search/find-store.ts'
import { arriveAt } from '../features/seats/board/board-store.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { type ActionId, actionIds, actionOf } from '../lib/key-map.ts'
import { actNow, useKeyRegistry } from '../lib/key-registry.ts'
import { chordsOf } from '../lib/keys.ts'
import { otherWordsOfAction, otherWordsOfSection } from './other-words.ts'

/** The box with what only the app knows: which actions the page beneath has, and where things have their place. */
export function FindEverything() {
  const navigate = useNavigate()
  const commands = useCommands()
  const open = useCallback(
    (row: FindRow) => {
      // Closed first: the focus is back where it was, and an action means what was under it.
      flushSync(closeFindBox)
      if (row.group === 'commands') return row.hit.run()
      // The board opens at the booking, with the focus on it.
      if (row.group === 'bookings') arriveAt(row.hit.booking)
      void navigate(row.path)
    },
    [navigate],
  )
  return <FindDialog commands={commands} onOpen={open} onClose={closeFindBox} />
}

/** The actions that can be done on this page now, and the pages of the settings. */
function useCommands(): Command[] {
  const { t } = useTranslation(['keys', 'settings', 'find'])
  const navigate = useNavigate()
  const { listening, remaps } = useKeyRegistry()
  return useMemo(() => {
    const bound = new Set(
      listening.filter(({ layer }) => layer === 0).flatMap((entry) => Object.keys(entry.handlers.current)),
    )
    // Walking keys and those of a field do nothing by themselves.
    const isAct = (id: ActionId) =>
      bound.has(id) && id !== 'find' && actionOf(id).isFixed !== true && actionOf(id).repeats !== true
    const elsewhere = i18next.getFixedT(currentLanguage() === 'zh' ? 'en' : 'zh', ['keys', 'settings', 'find'])
    return [
      ...actionIds()
        .filter(isAct)
        .map((id) => ({
          id,
          name: t(`keys:action.${id}`),
          otherWords: `${elsewhere(`keys:action.${id}`)} ${otherWordsOfAction(id)}`,
          chord: chordsOf(id, remaps)[0] ?? null,
          run: () => actNow(id),
        })),
      ...SECTIONS.map((section) => ({
        id: `settings-${section}`,
        name: t('find:row.settings', { section: t(`settings:section.${section}`) }),
        otherWords: `${elsewhere(`settings:section.${section}`)} ${otherWordsOfSection(section)}`,
        chord: null,
        run: () => void navigate(`/settings?section=${section}`),
      })),
    ]
  }, [listening, remaps, navigate, t])
}
