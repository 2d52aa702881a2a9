import { readFileSync as rfs } from 'node:fs';
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';
import { chromium, chromiumArgs } from '../browsers.mjs';
const readFileSync=(f)=>{let t=rfs(f,"utf8");if(f.endsWith("clinic-faq.js")){for(const r of (process.env.DROP??"").split("|").filter(Boolean)){if(!t.includes(r))console.log("absent",r);t=t.replaceAll(r,process.env.BY??"")}}return t};
const answer='We look at it together, and tell you before you decide. Most people need some weeks, and the first visit takes an hour.';
const details=Array.from({length:1000},(_,at)=>`<details id="q${at}"><summary>Question ${at}: what should I know about it?</summary><p>${answer}</p><p>${answer}</p></details>`).join('');
const page=(b)=>`<!doctype html><html lang="en"><meta charset="utf-8"><title>b</title><meta name="clinic-widgets" data-inspect="true"><link rel="stylesheet" href="/clinic-widgets.css">${b}`;
const pages=[page(`<style>#faq summary{display:block;min-height:56px;box-sizing:border-box;padding:16px 0}</style><label>Search <input id="box" type="search"></label><p id="count" role="status"></p><div id="faq">${details}</div><script src="/plain-faq.js"></script>`),page(`<script type="module" src="/clinic-faq.js"></script><clinic-faq>${details}</clinic-faq>`)];
const server=createServer(({url},r)=>{const at=/^\/(\d)$/.exec(url)?.[1];const b=at?pages[at]:url==='/plain-faq.js'?readFileSync('tools/bench/plain-faq.js'):/\.(js|css)$/.test(url)?readFileSync('dist'+url):'';r.writeHead(200,{'Content-Type':at?'text/html':url.endsWith('js')?'text/javascript':'text/css'}).end(b)});
await new Promise(r=>server.listen(0,'127.0.0.1',r));
const browser=await puppeteer.launch({executablePath:chromium,args:chromiumArgs});
const rate=Number(process.env.RATE??1);
for(const [at,name] of ['plain','ours'].entries()){
 const all={};
 for(let round=0;round<Number(process.env.ROUNDS??3);round++){
  const tab=await browser.newPage();const dt=await tab.createCDPSession();
  await dt.send('Performance.enable',{timeDomain:'threadTicks'});
  await dt.send('Emulation.setCPUThrottlingRate',{rate});
  const m=async()=>{const {metrics}=await dt.send('Performance.getMetrics');return Object.fromEntries(metrics.map(x=>[x.name,x.value*1000]))};
  const step=async(n,act,wait=150)=>{const b=await m();await act();await new Promise(r=>setTimeout(r,wait*Math.sqrt(rate)));await tab.evaluate(()=>new Promise(r=>requestAnimationFrame(()=>setTimeout(r))));const a=await m();(all[n]??=[]).push(['ScriptDuration','RecalcStyleDuration','LayoutDuration','TaskDuration'].map(k=>a[k]-b[k]))};
  await step('load',()=>tab.goto(`http://127.0.0.1:${server.address().port}/${at}`),1200);
  await step('expand1',()=>tab.click('#q0 > summary'),300);
  await step('expand2',()=>tab.click('#q1 > summary'),300);
  await step('focus',()=>tab.evaluate(()=>{(document.querySelector('clinic-faq')?.shadowRoot??document).querySelector('input').select()}),500);
  for(const [i,l] of [...'question 7'].entries())await step(i===0?'first':i===9?'last':'key',()=>tab.keyboard.press(l));
  await tab.evaluate(()=>{(document.querySelector('clinic-faq')?.shadowRoot??document).querySelector('input').select()});
  await step('clear',()=>tab.keyboard.press('Backspace'));
  await tab.close();
 }
 const mid=v=>v.toSorted((a,b)=>a-b)[Math.floor(v.length/2)];
 console.log(name);for(const [k,v] of Object.entries(all))console.log('  ',k.padEnd(8),['script','style','layout','task'].map((n,i)=>`${n} ${mid(v.map(x=>x[i])).toFixed(1)}`).join('  '));
}
await browser.close();server.close();
