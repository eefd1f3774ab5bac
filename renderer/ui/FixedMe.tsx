import { useTranslation } from 'react-i18next'
import type { Member } from '../lib/team.ts'

/** Where one would choose who sits here: at a hub's desk nobody can, and how it is done instead. */
export function FixedMe({ member: { hub, me } }: { member: Member }) {
  const { t } = useTranslation('team')
  return (
    <>
      <p>{t('me.fixed', { hub: hub.name, name: me.name })}</p>
      <p>{t('me.how')}</p>
    </>
  )
}
