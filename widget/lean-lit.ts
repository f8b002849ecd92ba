// What of Lit the widget's bundle does without: hooks for polyfills, decorators, directives, `svg` and `mathml`
// templates, what a template may hold and ours do not, and the versions and metadata it writes on the host page's
// `globalThis`. Used by lean-bundle.ts only, which ends the build where a source needs what is not there.

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
    [',getOwnPropertyDescriptor:h', ''],
    [',getOwnPropertySymbols:o', ''],
    ['s=[...r(t),...o(t)];for', 's=r(t);for'],
    ['c=a.trustedTypes,l=c?c.emptyScript:"",', ''],
    // No converters of one's own.
    [
      'u={toAttribute(t,s){switch(s){case Boolean:t=t?l:null}return t},' +
        'fromAttribute(t,s){let i=t;switch(s){case Boolean:i=null!==t}return i}}',
      'u={toAttribute:(t,s)=>s===Boolean?t?"":null:t,fromAttribute:(t,s)=>s===Boolean?null!==t:t}',
    ],
    ['b={attribute:!0,type:String,converter:u,reflect:!1,hasChanged:f}', 'b={}'],
    ['(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute', 'u.toAttribute'],
    [
      ',h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u',
      ',h=u',
    ],
    ['"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0', 'i??t.toLowerCase()'],
    // Nor accessors, comparisons or styles that are not a list.
    [',this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0)', ''],
    [
      '!s.noAccessor){const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)}',
      '1)e(this.prototype,t,this.getPropertyDescriptor(t,Symbol(),s))',
    ],
    [
      'const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,' +
        'set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)}',
      'return{get(){return this[s]},set(e){const h=this[s];this[s]=e,this.requestUpdate(t,h,i)}',
    ],
    [
      'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t)' +
        '{const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
      '',
    ],
    [
      'requestUpdate(t,s,i,e=!1,h){if(void 0!==t){const r=this.constructor;if(!1===e&&(h=this[t]),' +
        'i??=r.getPropertyOptions(t),!((i.hasChanged??f)(h,s)))return;',
      'requestUpdate(t,s,i){if(void 0!==t){if(!f(this[t],s))return;',
    ],
    [
      'const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}' +
        'else void 0!==s&&i.push(t(s));return i',
      'return s??[]',
    ],
    // Hooks that nobody overrides.
    ['removeController(t){this._$EO?.delete(t)}', ''],
    ['enableUpdating(t){}', ''],
    ['const t=this.scheduleUpdate();return null!=t&&await t,!this', 'return this.performUpdate(),!this'],
    ['scheduleUpdate(){return this.performUpdate()}', ''],
    ['return this.getUpdateComplete()}getUpdateComplete(){', ''],
    ['shouldUpdate(t){return!0}', ''],
    [
      'let t=!1;const s=this._$AL;try{t=this.shouldUpdate(s),t?(this.willUpdate(s),' +
        'this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this',
      'const s=this._$AL;try{this.willUpdate(s),this.update(s)}catch(s){throw this._$EM(),s}this',
    ],
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
    // Directives, and all that keeps count of where they are.
    [
      'function M(t,i,s=t,e){if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;' +
        'return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),' +
        'void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
      '',
    ],
    ['_$AI(t,i=this){t=M(this,t,i),a(t)', '_$AI(t){a(t)'],
    ['t!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
    ['_$AI(t,i=this,s,e){const h=this.strings', '_$AI(t,i,s){const h=this.strings'],
    ['t=M(this,t,i,0),o=!a(t)||t!==this._$AH&&t!==E,', 'o=!a(t)||t!==this._$AH,'],
    ['r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),', 'r=e[s+n],'],
    ['o&&!e&&this.j(t)', 'o&&this.j(t)'],
    ['E=Symbol.for("lit-noChange"),', ''],
    ['E as noChange,', ''],
    ['const j={M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z},', 'const '],
    ['j as _$LH,', ''],
    [',this._$AN=void 0,this._$AD=t,this._$AM=i}', ',this._$AD=t}'],
    ['get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t)', 'u(t)'],
    ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
    ['this.type=2,this._$AH=A,this._$AN=void 0,this._$AA', 'this._$AH=A,this._$AA'],
    ['this._$AM=s,this.options=e,this._$Cv=e?.isConnected??!0}', 'this.options=e}'],
    [
      'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;' +
        'return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}' +
        'get startNode(){return this._$AA}get endNode(){return this._$AB}',
      '',
    ],
    ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
    [
      '_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);t!==this._$AB;)' +
        '{const s=i(t).nextSibling;i(t).remove(),t=s}}',
      '_$AR(t=this._$AA.nextSibling){for(;t!==this._$AB;){const s=t.nextSibling;t.remove(),t=s}}',
    ],
    ['i=t=>t,', ''],
    ['get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}', ''],
    ['this.type=1,this._$AH=A,this._$AN=void 0,', 'this._$AH=A,'],
    ['this._$AM=e,this.options=h', 'this.options=h'],
    ['constructor(){super(...arguments),this.type=3}', ''],
    ['constructor(){super(...arguments),this.type=4}', ''],
    ['constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
    [
      'class Z{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}' +
        'get _$AU(){return this._$AM._$AU}_$AI(t){M(this,t)}}',
      '',
    ],
    [':6===r.type&&(i=new Z(h,this,t))', ':0'],
    ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
    ['(t?.creationScope??l)', 'l'],
    // Listeners are functions.
    [
      '_$AI(t,i=this){if((t=M(this,t,i,0)??A)===E)return;const s=this._$AH,e=t===A&&s!==A||t.capture!==s.capture||' +
        't.once!==s.once||t.passive!==s.passive,h=t!==A&&(s===A||e);' +
        'e&&this.element.removeEventListener(this.name,this,s),h&&this.element.addEventListener(this.name,this,t),',
      '_$AI(t){t??=A;const s=this._$AH;(t===A)!=(s===A)&&' +
        '(t===A?this.element.removeEventListener(this.name,this):this.element.addEventListener(this.name,this)),',
    ],
    [
      '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
      'this._$AH.call(this.options?.host??this.element,t)',
    ],
    // Comments, and elements whose content is no markup, with values in them.
    [
      'v=/<(?:(!--|\\/[^a-zA-Z])|(\\/?[a-zA-Z][^>\\s]*)|(\\/?$))/g,_=/-->/g,m=/>/g,',
      'v=/<(?:\\/?[a-zA-Z][^>\\s]*|\\/?$)/g,',
    ],
    [
      'c===v?"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p):' +
        'void 0!==u[3]&&(c=p):',
      'c===v?c=p:',
    ],
    ['(c=n??v,d=-1)', '(c=v,d=-1)'],
    ['c===$||c===g?c=p:c===_||c===m?c=v:(c=p,n=void 0)', 'c=p'],
    ['let n,l="",c=v;', 'let l="",c=v;'],
    [
      'x=t=>(i,...s)=>({_$litType$:t,strings:i,values:s}),b=x(1)',
      'b=(i,...s)=>({_$litType$:1,strings:i,values:s})',
    ],
    ['y=/^(?:script|style|textarea|title)$/i,', ''],
    [
      'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";' +
        'for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
      '',
    ],
    [
      'else if(8===r.nodeType)if(r.data===n)d.push({type:2,index:l});else' +
        '{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}',
      'else if(r.data===n)d.push({type:2,index:l});',
    ],
    // Of lists, arrays alone.
    ['d=t=>u(t)||"function"==typeof t?.[Symbol.iterator],', ''],
    [':d(t)?this.k(t):', ':u(t)?this.k(t):'],
    // Rendered into shadow roots alone, which hold nothing else.
    [
      'D=(t,i,s)=>{const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;' +
        'e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}return h._$AI(t),h}',
      'D=(t,i,s)=>{(i._$litPart$??=new k(i.insertBefore(c(),null),null,void 0,s))._$AI(t)}',
    ],
  ],
  'lit-element/lit-element.js': [
    [
      ',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});',
      ';',
    ],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
    ['i._$litElement$=!0,i["finalized"]=!0', ''],
    ['const n={_$AK:(t,e,r)=>{t._$AK(e,r)},_$AL:t=>t._$AL};', ''],
    [',n as _$LE', ''],
    [',noChange as r}', '}'],
    ['render(){return r}', ''],
    [
      'constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}' +
        'createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}',
      '',
    ],
    [
      'this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),' +
        'this._$Do=e(r,this.renderRoot,this.renderOptions)',
      'super.update(t),e(r,this.renderRoot,{host:this})',
    ],
    [
      'connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}' +
        'disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}',
      '',
    ],
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
