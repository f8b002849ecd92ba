// What of Lit the widget's bundle does without: hooks for polyfills, decorators, `svg` and `mathml` templates, and
// the versions and metadata it writes on the host page's `globalThis`. Used by lean-bundle.ts only.

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
    // Attributes are texts or flags here; lean-bundle.ts ends the build where one is not.
    [';break;case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
    [
      ';break;case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}',
      '',
    ],
    [',useDefault:!1', ''],
    ['||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))', ''],
    [
      '{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&' +
        '(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),',
      '{reflect:e}){(this._$AL.has(t)||(this.hasUpdated||(s=void 0),',
    ],
    [
      'const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,',
      'this[e]=h.fromAttribute(s,t.type),',
    ],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
  ],
  'lit-html/lit-html.js': [
    // A name of our own: a page that allows policies by name, and has a Lit of its own, need not allow a second one.
    ['s.createPolicy("lit-html"', 's.createPolicy("deskbell"'],
    ['B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const ', ''],
    // Without their exports, a template of theirs ends the build. An icon's <svg> stands in an html template.
    [',T as mathml', ''],
    [',w as svg', ''],
    [',w=x(2),T=x(3)', ''],
    [',l=2===i?"<svg>":3===i?"<math>":"",c=v', ',l="",c=v'],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    [
      'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i)' +
        '{const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
      'this.el=S.createElement(f,e),P.currentNode=this.el.content;',
    ],
    // Templates that a compiler of Lit's has read beforehand: there are none.
    [
      '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
      'this._$AC(t)',
    ],
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
