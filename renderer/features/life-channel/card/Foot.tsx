import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useChord } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import styles from './LifeCard.module.css'

/** Where what is typed goes: into the note beneath, to the page there, into a field of the card, or to the card; null: to the card, and there is nothing to go back to. */
export type KeysAt = 'note' | 'page' | 'field' | 'card' | null

const SAYS = { note: 'card.goOn', page: 'card.beneath', field: 'card.inField', card: 'card.onCard' } as const

interface FootProps {
  keysAt: KeysAt
  /** The note that is being typed beneath. */
  typed: ReactNode
  /** What the red key goes on to while the card has the keys. */
  beside: ReactNode
}

/** Says where the keyboard is, and how it comes to the keys of the card. */
export function Foot({ keysAt, typed, beside }: FootProps) {
  const { t } = useTranslation('life')
  const redChord = useChord('life.raise')
  const isOnCard = keysAt === 'card' || keysAt === null
  if (keysAt === null && beside === null) return null
  return (
    <footer className={styles.foot} data-away={!isOnCard || undefined}>
      <span className={styles.typed}>
        {keysAt === null ? '' : t(SAYS[keysAt])} {keysAt === 'note' ? typed : null}
      </span>
      {isOnCard ? (
        <span className={styles.beside}>{beside}</span>
      ) : (
        <span className={styles.beside}>
          {t('card.engage')} <KeyCap chord={redChord} />
        </span>
      )}
    </footer>
  )
}
