import type { Plugin } from 'vite'

export const askFirst: Plugin
