import type { Language } from '../data-folder.ts'

const words = {
  done: {
    zh: ['登录已完成', '请回到听线台。这个页面可以关闭了。'],
    en: ['You are logged in', 'Go back to Earshot. You may close this page.'],
  },
  denied: {
    zh: ['没有登录', '请回到听线台再试一次。这个页面可以关闭了。'],
    en: ['You are not logged in', 'Go back to Earshot and try again. You may close this page.'],
  },
} as const

/** What the browser shows at the end of a login. It loads nothing and leads nowhere: its address holds what the login gave. */
export function loginPage(which: keyof typeof words, language: Language): string {
  const [title, hint] = words[which][language]
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${title}</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:32em;margin:20vh auto;padding:0 1.5em}h1{font-size:1.4em}</style>
<h1>${title}</h1><p>${hint}</p></html>`
}
