// Builds the shop's pages. It knows nothing of Deskbell: the tag in each page is all the two share.
import { defineConfig } from 'vite'

const page = (name: string) => `${import.meta.dirname}/${name}.html`

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the shop works at the root of a host and below a folder alike.
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/demo-site',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['index', 'category', 'product', 'basket', 'account', 'help'].map(page) },
  },
})
