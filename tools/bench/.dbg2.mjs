import puppeteer from 'puppeteer-core';
import { chromium, chromiumArgs,firefox } from '../browsers.mjs';
const page=`<!doctype html><x-a></x-a><script>
const x=document.querySelector('x-a');for(const t of 'abcdef'){const d=document.createElement('details');d.innerHTML='<summary>'+t+'</summary>x';x.append(d)}
const r=x.attachShadow({mode:'open'});r.innerHTML='<style>slot{display:block}.off{content-visibility:hidden;block-size:0}[hidden]{display:none}</style><slot name=f hidden></slot><slot id=all></slot>';
const f=r.querySelector('[name]'),all=r.querySelector('#all'),ds=[...x.children];
const frame=()=>new Promise(r=>requestAnimationFrame(()=>setTimeout(r,30)));
const st=()=>ds.map(d=>d.checkVisibility()?d.getBoundingClientRect().height:0).join();
async function run(mode){const log=[];
 const show=(...n)=>{ds.forEach((d,i)=>n.includes(i)?d.slot='f':d.removeAttribute('slot'))};
 all.className='off';f.hidden=false;show(0,2);await frame();log.push(st());
 show(1,2);await frame();log.push(st());
 show(3);await frame();log.push(st());
 if(mode==='flush'){all.className='';getComputedStyle(all).color;show();f.hidden=true;}
 if(mode==='flush2'){all.className='';getComputedStyle(ds[5]).color;show();f.hidden=true;}
 if(mode==='layout'){all.className='';all.offsetHeight;show();f.hidden=true;}
 if(mode==='after'){show();f.hidden=true;getComputedStyle(all).color;all.className='';}
 if(mode==='afterframe'){show();f.hidden=true;await frame();all.className='';}
 if(mode==='plain'){show();f.hidden=true;all.className=''}
 await frame();log.push(st());return mode+'  '+log.join(' | ')}
</script>`;
for(const opts of [{executablePath:chromium,args:chromiumArgs},...(firefox?[{browser:'firefox',executablePath:firefox}]:[])]){
const b=await puppeteer.launch(opts);const t=await b.newPage();
for(const m of ['flush','flush2','layout','after','afterframe','plain']){await t.goto('data:text/html,'+encodeURIComponent(page));console.log(await t.evaluate((m)=>run(m),m))}
await b.close();}
