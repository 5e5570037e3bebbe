/**
 * Our typefaces on a slow network: 140 KB that a first page shows nothing of, since it is painted before they are there, and
 * that would be sent beside its scripts. There the first page is in the device's own; ours come once the page is at rest.
 */
const TYPEFACES = ['Inter Variable', 'Source Serif 4 Variable', 'JetBrains Mono Variable'];
const KNOWN_KEY = 'nabla-typefaces';
/** What the browser takes its network for, in Mbit/s; a browser that does not tell counts as quick. */
const SLOW_MBIT = 2.5;
/** So long after all of the page has come, what somebody went for has come too. */
export const AT_REST_MS = 10_000;

/** Runs before the first paint. Who asks their browser to save data is never sent them. */
export const TYPEFACES_SCRIPT = `(()=>{const net=navigator.connection,key='${KNOWN_KEY}';let known=null;
try{known=localStorage.getItem(key)}catch{}
if(known!==null||!net||!(net.saveData||net.downlink<${SLOW_MBIT}))return;
document.documentElement.dataset.typefaces='device';
if(net.saveData)return;
const fetchAll=()=>Promise.all(${JSON.stringify(TYPEFACES)}.map((name)=>document.fonts.load('1em "'+name+'"')))
.then(()=>localStorage.setItem(key,'1')).catch(()=>{});
addEventListener('load',()=>setTimeout(fetchAll,${AT_REST_MS}))})()`;
