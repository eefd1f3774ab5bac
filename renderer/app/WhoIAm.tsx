import { useQuery } from '@tanstack/react-query'
import { UserRound } from 'lucide-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/contract/house/people.ts'
import { everybody } from '../lib/common-queries.ts'
import { lazyPage } from '../lib/lazy-page.tsx'
import { useSettings } from '../lib/settings.ts'
import { Tooltip } from '../ui/Tooltip.tsx'
import styles from './WhoIAm.module.css'

const quickSwitch = lazyPage(async () => (await import('./WhoIAmSwitch.tsx')).WhoIAmSwitch)

/** When nothing else is to be done: then the first press opens it at once. */
export const fetchQuickSwitch = quickSwitch.fetchCode

const noPeople: readonly Person[] = []

/** The person this console is set to. A press opens the quick switch: on a shared desk people change every hour. */
export function WhoIAm() {
  const { t } = useTranslation('common')
  const meId = useSettings()?.me ?? null
  const people = useQuery(everybody).data
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    // The button is another one beside the open switch, so the focus is brought back by hand.
    if (wasOpen.current && !isOpen) opener.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const me = people?.find((person) => person.id === meId)
  // Until the list of people has come nobody knows that it is nobody.
  const name = me?.name ?? (meId !== null && people === undefined ? '…' : t('me.nobody'))
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
      <span className={`ellipsis ${styles.name}`}>{name}</span>
    </button>
  )
  if (!isOpen)
    return (
      <Tooltip label={t('me.open', { name })} side="right">
        {button}
      </Tooltip>
    )
  return (
    <Suspense fallback={button}>
      <quickSwitch.Page people={people ?? noPeople} meId={meId} target={button} onClose={() => setIsOpen(false)} />
    </Suspense>
  )
}
