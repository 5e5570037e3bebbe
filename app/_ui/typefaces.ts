/**
 * Our typefaces come with a page where the network is quick, or where they are there already. Elsewhere a first page is in the
 * device's own, since 140 KB would be sent beside its scripts; ours come once it is at rest, and are shown from the next page on.
 */
const TYPEFACES = ['Inter Variable', 'Source Serif 4 Variable', 'JetBrains Mono Variable'];
export const KNOWN_KEY = 'nabla-typefaces';
/** What the browser takes its network for, in Mbit/s; one that does not tell counts as slow. */
const QUICK_MBIT = 2.5;
/** So long after all of the page has come, what somebody went for has come too. */
export const AT_REST_MS = 10_000;

/** Runs before the first paint. Who asks their browser to save data is never sent them. */
export const TYPEFACES_SCRIPT = `(()=>{const net=navigator.connection,key='${KNOWN_KEY}';let known=null;
try{known=localStorage.getItem(key)}catch{}
const saves=net&&net.saveData;
if(known===null&&(saves||!net||net.downlink<${QUICK_MBIT}))document.documentElement.dataset.typefaces='device';
if(known!==null||saves)return;
const fetchAll=()=>Promise.all(${JSON.stringify(TYPEFACES)}.map((name)=>document.fonts.load('1em "'+name+'"')))
.then(()=>localStorage.setItem(key,'1')).catch(()=>{});
addEventListener('load',()=>setTimeout(fetchAll,${AT_REST_MS}))})()`;
