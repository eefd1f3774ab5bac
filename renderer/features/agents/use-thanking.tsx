import { useQuery } from '@tanstack/react-query'
import { HandHeart } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { useChord } from '../../lib/use-keys.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { notify } from '../../ui/notices.ts'
import { collectThanks, takeThanksBack } from './agents.actions.ts'
import { thankedNotes } from './agents.queries.ts'

/** What the notes of a session are marked with, what the key does (praise is put among the thanks, or taken back), and which praise is in none. */
export function useThanking(sessionId: Id) {
  const { t } = useTranslation('agents')
  const chord = useChord('agents.collect')
  const thanked = useQuery(thankedNotes(sessionId)).data ?? []
  const thank = ({ id, kind }: Note) => {
    if (kind !== 'praise') return notify({ tone: 'info', title: () => t('refused.not_praise.title') })
    void (thanked.includes(id) ? takeThanksBack(id) : collectThanks(id))
  }
  const markOf = (note: Note) => {
    if (note.kind !== 'praise') return null
    if (thanked.includes(note.id))
      return (
        <Badge tone="praise" icon={<HandHeart aria-hidden="true" />}>
          {t('thanks.isCollected')}
        </Badge>
      )
    const press = (event: { stopPropagation: () => void }) => {
      event.stopPropagation()
      thank(note)
    }
    return (
      // No button can stand inside an option: the key does the same, and says so.
      // biome-ignore lint/a11y/noStaticElementInteractions: the mouse's way to what the key of the list does
      <span onClick={press} onKeyDown={undefined}>
        <Badge icon={<HandHeart aria-hidden="true" />}>
          {t('thanks.collect')} <KeyCap chord={chord} quiet />
        </Badge>
      </span>
    )
  }
  const isLeft = ({ id, kind }: Note) => kind === 'praise' && !thanked.includes(id)
  return { thank, markOf, isLeft }
}
