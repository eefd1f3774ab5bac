import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Person } from '../../shared/contract/house/people.ts'
import type { Id } from '../../shared/contract/values.ts'
import { client } from '../lib/client.ts'
import { textsOf } from '../lib/i18n.ts'
import { peopleOptions } from '../lib/people-options.ts'
import { useMember } from '../lib/team.ts'
import { AnchoredDialog, INSIDE_DIALOG } from '../ui/AnchoredDialog.tsx'
import { done } from '../ui/ask.ts'
import { FixedMe } from '../ui/FixedMe.tsx'
import { notifySuccess } from '../ui/notices.ts'
import { SearchSelect } from '../ui/SearchSelect.tsx'
import styles from './WhoIAm.module.css'

export interface WhoIAmSwitchProps {
  people: readonly Person[]
  meId: Id | null
  /** The button it stands beside. */
  target: ReactElement
  onClose: () => void
}

/** Sets the console to somebody else, with the way back. */
export function WhoIAmSwitch({ people, meId, target, onClose }: WhoIAmSwitchProps) {
  const { t } = useTranslation('common')
  const { t: team } = useTranslation('team')
  const member = useMember()
  const others = useMemo(() => peopleOptions(people).filter(({ value }) => value !== meId), [people, meId])
  const choose = async (id: Id | null) => {
    const chosen = people.find((person) => person.id === id)
    onClose()
    if (chosen !== undefined && chosen.id !== meId) await become(id, meId, 'undo')
  }
  const nameOf = (id: Id | null) => people.find((person) => person.id === id)?.name ?? textsOf('common')('me.nobody')
  const become = async (id: Id | null, before: Id | null, way: 'undo' | 'redo') => {
    if (!(await done(client.settings.save({ me: id })))) return
    notifySuccess(() => textsOf('common')('me.switched', { name: nameOf(id) }), {
      isOfDesk: true,
      [way]: () => void become(before, id, way === 'undo' ? 'redo' : 'undo'),
    })
  }
  if (member !== null)
    return (
      <AnchoredDialog label={t('me.switch')} width={300} target={target} onClose={onClose}>
        <div className={styles.switch}>
          <FixedMe member={member} />
          <Link to="/settings?section=team" onClick={onClose} data-autofocus>
            {team('me.settings')}
          </Link>
        </div>
      </AnchoredDialog>
    )
  return (
    <AnchoredDialog label={t('me.switch')} width={280} target={target} onClose={onClose}>
      <div className={styles.switch}>
        <SearchSelect
          label={t('me.switch')}
          placeholder={t('me.search')}
          data-autofocus
          value={null}
          onChange={(id) => void choose(id)}
          // It stands at the foot of the rail: below it there is no room.
          comboboxProps={{ ...INSIDE_DIALOG, position: 'top' }}
          maxDropdownHeight={260}
          options={others}
        />
        <Link to="/settings?section=me" onClick={onClose}>
          {t('me.details')}
        </Link>
      </div>
    </AnchoredDialog>
  )
}
