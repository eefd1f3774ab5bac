import { useTranslation } from 'react-i18next'
import { listOfWords } from '../lib/list-of-words.ts'
import { type GuardedCall, guardedCalls, useMay } from '../lib/may.ts'
import { useMember } from '../lib/team.ts'
import styles from './OthersChange.module.css'

/**
 * Over what the role of whoever sits here may read and not change: who does. Nothing where they may, or at a desk alone.
 * `isAtEdge`: in a panel without padding of its own.
 */
export function OthersChange({ call, isAtEdge = false }: { call: GuardedCall; isAtEdge?: boolean }) {
  const { t } = useTranslation('team')
  const { t: common } = useTranslation('common')
  const member = useMember()
  const may = useMay(call)
  if (member === null || may) return null
  const needs = listOfWords(
    guardedCalls[call].map((role) => common(`role.${role}`)),
    'disjunction',
  )
  return (
    <p className={styles.line} data-edge={isAtEdge || undefined}>
      {t('may.notMine', { needs, role: common(`role.${member.me.role}`) })}
    </p>
  )
}
