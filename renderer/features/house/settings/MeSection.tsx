import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Settings } from '../../../../shared/contract/house/settings.ts'
import { textSizes } from '../../../../shared/contract/house/text-sizes.ts'
import { correctionsHeard, lagIfOn, lagInUse } from '../../../../shared/domain/listening/reaction-lag.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { drawAt, useTheme } from '../../../lib/appearance.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { isComposing } from '../../../lib/composition.ts'
import { speak, textsOf } from '../../../lib/i18n.ts'
import type { ActionId } from '../../../lib/key-map.ts'
import { useMay } from '../../../lib/may.ts'
import { peopleOptions } from '../../../lib/people-options.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useMember } from '../../../lib/team.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { useSentOnce } from '../../../lib/use-sent-once.ts'
import { Button } from '../../../ui/Button.tsx'
import { FixedMe } from '../../../ui/FixedMe.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { useKeptWhenLeft } from '../../../ui/use-kept-when-left.ts'
import { Bookers } from '../people/Bookers.tsx'
import { PersonDialog } from '../people/PersonDialog.tsx'
import { ReminderRow } from './ReminderRow.tsx'
import { SettingRow } from './SettingRow.tsx'
import { saveSettings } from './settings.actions.ts'
import { useSaving } from './use-saving.ts'

/** A second of a call in the example, so that the reaction time can be seen at work. */
const EXAMPLE_MS = 134_000

export function MeSection() {
  const { t } = useTranslation('settings')
  const settings = useSettings()
  if (settings === undefined) return null
  return (
    <Panel title={t('section.me')}>
      <Who settings={settings} />
      <WhoBooks />
      <LanguageRow settings={settings} />
      <ThemeRow settings={settings} />
      <TextSizeRow settings={settings} />
      <ReminderRow settings={settings} />
      <LagRow settings={settings} />
    </Panel>
  )
}

function Who({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings')
  const { state, save } = useSaving()
  const { data: people = [], isPending } = useQuery(everybody)
  /** Whoever sat here when it was opened: another window may have set the desk to somebody else since. */
  const [edited, setEdited] = useState<Person | null>(null)
  const member = useMember()
  const may = useMay('people.edit')
  const meId = member?.me.personId ?? settings.me
  const me = people.find((person) => person.id === meId)
  // There before it is known who that is: what stands below stays where it is.
  const isChangeable = may && (me !== undefined || (isPending && meId !== null))
  return (
    <SettingRow
      label={t('me.who')}
      htmlFor="settings-who"
      hint={member === null ? t('me.whoHint') : <FixedMe member={member} />}
      state={state}
    >
      <SearchSelect
        id="settings-who"
        aria-label={t('me.who')}
        placeholder={t('me.nobody')}
        clearable
        disabled={member !== null}
        value={meId}
        onChange={(id) => void save(() => saveSettings({ me: id }))}
        options={peopleOptions(people)}
      />
      {isChangeable ? (
        <div>
          <Button size="small" tone="quiet" disabled={me === undefined} onClick={() => setEdited(me ?? null)}>
            {t('me.change')}
          </Button>
        </div>
      ) : null}
      {edited === null ? null : <PersonDialog person={edited} onClose={() => setEdited(null)} />}
    </SettingRow>
  )
}

/** At a desk alone everybody books for everybody: there is nothing to say. */
function WhoBooks() {
  const { t } = useTranslation('settings')
  const member = useMember()
  const me = useQuery(everybody).data?.find(({ id }) => id === member?.me.personId)
  if (me === undefined) return null
  return (
    <SettingRow label={t('bookers.mine')} htmlFor="settings-bookers" hint={t('bookers.mineHint')}>
      <Bookers id="settings-bookers" person={me} label={t('bookers.mine')} />
    </SettingRow>
  )
}

function LanguageRow({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings')
  const { state, save } = useSaving()
  return (
    <SettingRow label={t('me.language')} hint={<Anywhere id="look.language" />} state={state}>
      <SegmentedControl<Settings['language']>
        label={t('me.language')}
        fullWidth
        value={settings.language}
        onChange={(language) => {
          speak(language)
          void save(() => saveSettings({ language }))
        }}
        options={[
          { value: 'zh', label: t('me.zh') },
          { value: 'en', label: t('me.en') },
        ]}
      />
    </SettingRow>
  )
}

function ThemeRow({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings')
  const { state, save } = useSaving()
  return (
    <SettingRow label={t('me.theme')} hint={<Anywhere id="look.theme" />} state={state}>
      <SegmentedControl<Settings['theme']>
        label={t('me.theme')}
        fullWidth
        value={settings.theme}
        onChange={(theme) => {
          useTheme.setState({ theme })
          void save(() => saveSettings({ theme }))
        }}
        options={[
          { value: 'system', label: t('me.system') },
          { value: 'light', label: t('me.light') },
          { value: 'dark', label: t('me.dark') },
        ]}
      />
    </SettingRow>
  )
}

function TextSizeRow({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings')
  const { state, save } = useSaving()
  const hint = (
    <>
      {t('me.anywhere')} <KeyCap chord={useChord('look.larger')} /> <KeyCap chord={useChord('look.smaller')} />{' '}
      <KeyCap chord={useChord('look.usual')} />
    </>
  )
  return (
    <SettingRow label={t('me.textSize')} hint={hint} state={state}>
      <SegmentedControl<string>
        label={t('me.textSize')}
        fullWidth
        value={String(settings.textSizePercent)}
        onChange={(chosen) => {
          const textSizePercent = textSizes.find((size) => String(size) === chosen) ?? 100
          drawAt(textSizePercent)
          void save(() => saveSettings({ textSizePercent }))
        }}
        options={textSizes.map((size) => ({ value: String(size), label: t('me.percent', { percent: size }) }))}
      />
    </SettingRow>
  )
}

function Anywhere({ id }: { id: ActionId }) {
  const { t } = useTranslation('settings')
  return (
    <>
      {t('me.anywhere')} <KeyCap chord={useChord(id)} />
    </>
  )
}

const MOST_LAG_SECONDS = 10

function LagRow({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings')
  const { state, save } = useSaving()
  const knownMs = lagIfOn(settings)
  // What was refused and is put back goes out as well, so that the refusal goes.
  const once = useSentOnce(state.kind === 'failed' ? null : String(knownMs))
  // Only what is being typed is the field's own: what is known changes under it, by another window or a corrected mark.
  const [draft, setDraft] = useState<{ seconds: number | null } | null>(null)
  const seconds = draft === null ? knownMs / 1_000 : draft.seconds
  const isFitting = seconds !== null && seconds >= 0 && seconds <= MOST_LAG_SECONDS
  const lagMs = isFitting ? Math.round(seconds * 1_000) : knownMs
  const heard = correctionsHeard(settings.lagSamples)
  const keep = () => {
    if (!isFitting) return void save(async () => () => ({ title: textsOf('settings')('me.lagFault') }))
    if (draft === null) return
    const send = async () => {
      const isTaken = await save(() => saveSettings({ reactionLagMs: lagMs }))
      if (isTaken) setDraft((now) => (now === draft ? null : now))
      return isTaken
    }
    once(String(lagMs), send, () => setDraft(null))
  }
  const left = useKeptWhenLeft(keep)
  const startAfresh = () => {
    setDraft(null)
    void save(() => saveSettings({ reactionLagMs: 0 }))
  }
  const hint = (
    <>
      <p>{t('me.lagHint')}</p>
      <p>{t('me.lagExample', { pressed: timecode(EXAMPLE_MS), marked: timecode(EXAMPLE_MS - lagMs) })}</p>
      {settings.isLagOff && lagInUse(settings) !== knownMs ? (
        <p>
          {t('me.lagIsOff')}{' '}
          <Button size="small" tone="quiet" onClick={() => void save(() => saveSettings({ isLagOff: false }))}>
            {t('me.lagOn')}
          </Button>
        </p>
      ) : null}
      {heard === 0 ? null : (
        <p>
          {t('me.lagLearned', { count: heard })}{' '}
          <Button size="small" tone="quiet" onClick={startAfresh}>
            {t('me.lagAfresh')}
          </Button>
        </p>
      )}
    </>
  )
  return (
    <SettingRow label={t('me.lag')} htmlFor="settings-lag" hint={hint} state={state}>
      <NumberField
        id="settings-lag"
        value={seconds}
        onChange={(typed) => setDraft({ seconds: typed })}
        {...left}
        onKeyDown={(event) => {
          if (!isComposing(event) && event.key === 'Enter') keep()
        }}
        min={0}
        max={MOST_LAG_SECONDS}
        error={state.kind === 'failed'}
        step={0.5}
        suffix={t('me.lagSuffix')}
      />
    </SettingRow>
  )
}
