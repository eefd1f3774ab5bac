import { useQuery } from '@tanstack/react-query'
import { UserRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Person } from '../../shared/contract/people.ts'
import type { Id } from '../../shared/contract/values.ts'
import { client } from '../lib/client.ts'
import { everybody } from '../lib/common-queries.ts'
import { useSettings } from '../lib/settings.ts'
import { AnchoredDialog, INSIDE_DIALOG } from '../ui/AnchoredDialog.tsx'
import { done } from '../ui/ask.ts'
import { notifySuccess } from '../ui/notices.ts'
import { SearchSelect } from '../ui/SearchSelect.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import styles from './WhoIAm.module.css'

/** The person this console is set to. A press opens the quick switch: on a shared desk people change every hour. */
export function WhoIAm() {
  const { t } = useTranslation('common')
  const meId = useSettings()?.me ?? null
  const people = useQuery(everybody).data ?? []
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    // The button is another one beside the open switch, so the focus is brought back by hand.
    if (wasOpen.current && !isOpen) opener.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const me = people.find((person) => person.id === meId)
  const name = me?.name ?? t('me.nobody')
  const button = (
    <button
      ref={opener}
      type="button"
      className={styles.me}
      aria-label={t('me.open', { name })}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={() => setIsOpen(true)}
    >
      {/* The letter is drawn, not written: who speaks the words they see would not say it. */}
      <span className={styles.sign} aria-hidden="true" data-letter={me === undefined ? undefined : [...me.name][0]}>
        {me === undefined ? <UserRound /> : null}
      </span>
      <span className={styles.name}>{name}</span>
    </button>
  )
  if (!isOpen)
    return (
      <Tooltip label={t('me.open', { name })} side="right">
        {button}
      </Tooltip>
    )
  return (
    <AnchoredDialog label={t('me.switch')} width={280} target={button} onClose={() => setIsOpen(false)}>
      <Switch people={people} meId={meId} onDone={() => setIsOpen(false)} />
    </AnchoredDialog>
  )
}

function Switch({ people, meId, onDone }: { people: readonly Person[]; meId: Id | null; onDone: () => void }) {
  const { t } = useTranslation('common')
  const choose = async (id: Id | null) => {
    const chosen = people.find((person) => person.id === id)
    onDone()
    if (chosen === undefined || chosen.id === meId || !(await done(client.settings.save({ me: id })))) return
    notifySuccess(t('me.switched', { name: chosen.name }), {
      undo: () => void done(client.settings.save({ me: meId })),
    })
  }
  return (
    <div className={styles.switch}>
      <SearchSelect
        label={t('me.switch')}
        placeholder={t('me.search')}
        data-autofocus
        value={null}
        onChange={(id) => void choose(id)}
        comboboxProps={INSIDE_DIALOG}
        maxDropdownHeight={260}
        options={people
          .filter((person) => person.id !== meId)
          .map((person) => ({
            value: person.id,
            label: person.department === '' ? person.name : `${person.name} · ${person.department}`,
          }))}
      />
      <Link to="/settings?section=me" onClick={onDone}>
        {t('me.details')}
      </Link>
    </div>
  )
}
