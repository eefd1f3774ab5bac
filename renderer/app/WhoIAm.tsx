import { useQuery } from '@tanstack/react-query'
import { UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { accepted } from '../lib/answers.ts'
import { client } from '../lib/client.ts'
import { useSettings } from '../lib/settings.ts'
import { Tooltip } from '../ui/Tooltip.tsx'
import styles from './WhoIAm.module.css'

/** The person this console is set to; leads to where it is changed. */
export function WhoIAm() {
  const { t } = useTranslation('common')
  const settings = useSettings()
  const people = useQuery({ queryKey: ['people', 'list'], queryFn: () => accepted(client.people.list({})) })
  const me = people.data?.find((person) => person.id === settings?.me)
  const name = me?.name ?? t('me.nobody')
  return (
    <Tooltip label={t('me.open', { name })} side="right">
      <Link className={styles.me} to="/settings" aria-label={t('me.open', { name })}>
        <span className={styles.sign} aria-hidden="true">
          {me === undefined ? <UserRound /> : [...me.name][0]}
        </span>
        <span className={styles.name}>{name}</span>
      </Link>
    </Tooltip>
  )
}
