import { useSearchParams } from 'react-router'
import { DataSection } from '../../features/settings/DataSection.tsx'
import { IssueTypesSection } from '../../features/settings/IssueTypesSection.tsx'
import { KeysSection } from '../../features/settings/KeysSection.tsx'
import { MeSection } from '../../features/settings/MeSection.tsx'
import { PeopleSection } from '../../features/settings/PeopleSection.tsx'
import { RoomSection } from '../../features/settings/RoomSection.tsx'
import { SettingsFrame } from '../../features/settings/SettingsFrame.tsx'
import { type Section, sectionOf } from '../../features/settings/sections.ts'
import { ExportFolderSection } from '../ExportFolderSection.tsx'

const VIEWS: Readonly<Record<Section, () => React.ReactNode>> = {
  me: MeSection,
  people: PeopleSection,
  room: RoomSection,
  types: IssueTypesSection,
  export: ExportFolderSection,
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
