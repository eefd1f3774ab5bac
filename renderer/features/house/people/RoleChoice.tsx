import { useTranslation } from 'react-i18next'
import type { Role } from '../../../../shared/contract/who.ts'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import styles from './PersonFields.module.css'
import { ROLES } from './person-form.ts'

/** What somebody does here; the sentence under it says what the chosen role means. */
export function RoleChoice({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation('common')
  return (
    <div className={styles.role}>
      <p className={styles.label}>{t('people.role')}</p>
      <SegmentedControl<Role>
        label={t('people.role')}
        fullWidth
        value={role}
        onChange={onChange}
        options={ROLES.map((value) => ({ value, label: common(`role.${value}`) }))}
      />
      <p className={styles.hint}>{t(`people.roleHint.${role}`)}</p>
    </div>
  )
}
