import { useSearchParams } from 'react-router'
import { CalendarSection } from '../../features/house/calendar/CalendarSection.tsx'
import { DataSection } from '../../features/house/data/DataSection.tsx'
import { IssueTypesSection } from '../../features/house/issue-types/IssueTypesSection.tsx'
import { KeysSection } from '../../features/house/keys/KeysSection.tsx'
import { MaskingSection } from '../../features/house/masking/MaskingSection.tsx'
import { PeopleSection } from '../../features/house/people/PeopleSection.tsx'
import { RoomSection } from '../../features/house/room/RoomSection.tsx'
import { MeSection } from '../../features/house/settings/MeSection.tsx'
import { SettingsFrame } from '../../features/house/settings/SettingsFrame.tsx'
import { type Section, sectionOf } from '../../features/house/settings/sections.ts'
import { ContactsSection } from '../../features/life-channel/contacts/ContactsSection.tsx'
import { WordsSection } from '../../features/life-channel/words/WordsSection.tsx'
import { RetentionSection } from '../../features/retention/RetentionSection.tsx'
import { TermsSection } from '../../features/silver-hair/terms/TermsSection.tsx'
import { TeamSection } from '../../features/team/settings/TeamSection.tsx'
import { CalendarFolderSection } from '../CalendarFolderSection.tsx'
import { ExportFolderSection } from '../ExportFolderSection.tsx'

/** What leaves this desk for folders. */
function FolderSections() {
  return (
    <div className="stack">
      <ExportFolderSection />
      <CalendarFolderSection />
    </div>
  )
}

/** Who takes over, and what this house hears beside what ships. */
function LifeSection() {
  return (
    <div className="stack">
      <ContactsSection />
      <WordsSection />
    </div>
  )
}

const VIEWS: Readonly<Record<Section, () => React.ReactNode>> = {
  me: MeSection,
  people: PeopleSection,
  room: RoomSection,
  types: IssueTypesSection,
  life: LifeSection,
  silver: TermsSection,
  calendar: CalendarSection,
  masking: MaskingSection,
  retention: RetentionSection,
  export: FolderSections,
  team: TeamSection,
  keys: KeysSection,
  data: DataSection,
}

/** Everything about this console. `?section=keys` opens a section. */
export function SettingsPage() {
  const [search] = useSearchParams()
  const section = sectionOf(search.get('section'))
  const View = VIEWS[section]
  return (
    <SettingsFrame section={section}>
      <View key={section} />
    </SettingsFrame>
  )
}
