// What of Lit the widget's bundle does without: hooks for polyfills, support for decorators, and the versions and
// metadata it writes on the host page's `globalThis`. Used by lean-bundle.ts only.

/** Texts of each file that are taken out, with what stands there instead. Another Lit may need others. */
export const LIT_CUTS: Readonly<Record<string, readonly (readonly [cut: string, instead: string])[]>> = {
  '@lit/reactive-element/reactive-element.js': [
    [',p=a.reactiveElementPolyfillSupport', ''],
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);' +
        'if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
  ],
  'lit-html/lit-html.js': [
    ['B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const ', ''],
  ],
  'lit-element/lit-element.js': [
    [
      ',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});',
      ';',
    ],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  ],
}

/** A build must not go on with half a cut: whoever updates Lit looks at the list again. */
export function cutLit(file: string, code: string): string {
  let left = code
  for (const [cut, instead] of LIT_CUTS[file] ?? []) {
    const parts = left.split(cut)
    if (parts.length !== 2) throw new Error(`${file} has changed: see widget/lean-lit.ts for "${cut}"`)
    left = parts.join(instead)
  }
  return left
}
