import { useTranslation } from 'react-i18next'
import { reminderKinds } from '../../../../shared/contract/house/reminder-kinds.ts'
import type { Settings } from '../../../../shared/contract/house/settings.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { SettingRow } from './SettingRow.tsx'
import { saveSettings } from './settings.actions.ts'
import { useSaving } from './use-saving.ts'

/** Which reminders of their seats somebody wants. */
export function ReminderRow({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings')
  const { state, save } = useSaving()
  const wanted = settings.reminders
  return (
    <SettingRow label={t('reminders.title')} hint={t('reminders.hint')} state={state}>
      {reminderKinds.map((kind) => (
        <Checkbox
          key={kind}
          label={t(`reminders.${kind}`)}
          checked={wanted.includes(kind)}
          onChange={(isWanted) => {
            const reminders = reminderKinds.filter((one) => (one === kind ? isWanted : wanted.includes(one)))
            void save(() => saveSettings({ reminders }))
          }}
        />
      ))}
    </SettingRow>
  )
}
