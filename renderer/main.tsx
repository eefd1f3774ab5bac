import './ui/mantine.css'
import './ui/tokens.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { paintGround, rememberedLook } from './lib/appearance.ts'
import { firstLanguage, startTexts } from './lib/i18n.ts'

const look = rememberedLook()
paintGround(look.theme)
startTexts(firstLanguage(look.language, navigator.languages))

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<App />)
