// The browser bundles, one a mode: `vite build --mode panel|loader|console`. build.ts runs them all; the demo
// site, which is a customer's and not ours, has a configuration of its own.

import { defineConfig, type UserConfig } from 'vite'
import { launcherWords } from './widget/launcher-words.ts'
import { leanBundle } from './widget/lean-bundle.ts'
import { localeFiles } from './widget/locale-files.ts'
import { moduleWeights, WEIGHT_FILES } from './widget/module-weights.ts'

const WIDGET = 'dist/widget'

const shared: UserConfig = {
  root: import.meta.dirname,
  publicDir: false,
  // Files find each other by their own address, so any path and any host in front will do.
  base: './',
  logLevel: 'warn',
}
const output = { target: 'es2022', reportCompressedSize: false, modulePreload: false } as const

const lean = leanBundle()

const bundles: Record<string, UserConfig> = {
  // First, since it empties the folder. The server reads from manifest.json what the panel's file is called.
  panel: {
    ...shared,
    plugins: [
      lean,
      localeFiles(),
      launcherWords('words.json'),
      moduleWeights(import.meta.dirname, WEIGHT_FILES.panel),
    ],
    build: {
      ...output,
      outDir: WIDGET,
      emptyOutDir: true,
      manifest: 'manifest.json',
      // As a library, since the chunks bring no stylesheet: nothing is to be fetched ahead of an import().
      lib: { entry: ['widget/panel.ts', 'widget/proactive.ts'], formats: ['es'] },
      rolldownOptions: {
        // What every view needs goes into the panel itself, what several of the later ones need into one chunk.
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: true,
          comments: false,
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              { name: 'panel', test: lean.isPanel },
              { name: 'shared', test: lean.isShared },
            ],
          },
        },
      },
    },
  },
  // A classic script, for the tag without type="module"; its name never changes.
  loader: {
    ...shared,
    plugins: [moduleWeights(import.meta.dirname, WEIGHT_FILES.loader)],
    build: {
      ...output,
      outDir: WIDGET,
      emptyOutDir: false,
      rolldownOptions: { input: 'widget/loader.ts', output: { format: 'iife', entryFileNames: 'embed.js' } },
    },
  },
  console: {
    ...shared,
    root: `${import.meta.dirname}/sdk/console`,
    base: '/console/',
    resolve: {
      alias: [{ find: /^zod$/, replacement: `${import.meta.dirname}/sdk/console/schema-library.ts` }],
    },
    build: {
      ...output,
      outDir: '../../dist/console',
      emptyOutDir: true,
      rolldownOptions: {
        // English comes with the console, and by its name like any other language: on purpose.
        checks: { ineffectiveDynamicImport: false },
        // Other pages name it, so its name never changes.
        output: { entryFileNames: ({ name }) => (name === 'embed' ? 'embed.js' : 'assets/[name]-[hash].js') },
        input: ['embed.ts', 'console.html', 'appearance/preview.html'].map(
          (page) => `${import.meta.dirname}/sdk/console/${page}`,
        ),
      },
    },
  },
}

export default defineConfig(({ mode }) => {
  const bundle = bundles[mode]
  if (!bundle) throw new Error(`--mode must be ${Object.keys(bundles).join(', ')}, not ${mode}`)
  return bundle
})
