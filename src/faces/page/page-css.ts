import { darkColors, lightColors } from './color-tokens.ts';

/** Style of the printed page: one A4 sheet, type of 8 points and more, system fonts, light and dark on screen. */
export const pageCss = `
:root{color-scheme:light dark;${lightColors}}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{--type:8pt;font:var(--type)/1.25 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,"DejaVu Sans Condensed",sans-serif;color:var(--ink);background:var(--desk);-webkit-print-color-adjust:exact;print-color-adjust:exact;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
body.airy h1{font-size:21pt}
body.even{--type:8.5pt;line-height:1.3}
body.airy{--type:9.2pt;line-height:1.34}
.sheet,.annex{width:210mm;margin:8mm auto;padding:8mm 12mm;background:var(--paper)}
.sheet{min-height:297mm;display:flex;flex-direction:column;gap:2.8mm}
.even .sheet{gap:4.2mm}
.airy .sheet{gap:6mm}
h1{font-size:18pt;line-height:1.1;font-weight:650;letter-spacing:-.018em;text-wrap:balance}
h2{font-size:1.06em;line-height:1.2;font-weight:650;letter-spacing:.005em;padding-top:1.1mm;border-top:.35mm solid var(--ink);margin:0 0 1.3mm}
h2 span{font-weight:400;color:var(--soft);margin-left:.3em}
h2 em{font-weight:400;color:var(--faint);float:right}
h3{font-size:8pt;font-weight:500;color:var(--soft);line-height:1.15;margin:.9mm 0 .1mm}
.airy h3{margin:1.6mm 0 .3mm}
h2+h3{margin-top:0}
small,.facts,.evidence,.notes,footer{font-size:8pt}
small{color:var(--soft)}
ul{list-style:none}
.open{color:var(--faint);font-style:italic}
header .title{display:flex;justify-content:space-between;align-items:center;gap:6mm}
.kind{flex:none;color:var(--soft);font-size:8.5pt}
.kind b{margin-left:2mm}
.status{font-weight:600;font-size:8.5pt;display:inline-block;padding:.5mm 2.6mm;border-radius:9mm;border:.3mm solid currentColor;color:var(--warm)}
.status.supported{color:var(--accent)}
.facts{color:var(--soft);margin-top:1.2mm}
.market{margin-top:1.8mm;padding:1.1mm 2.6mm;background:var(--wash);border-radius:1mm}
.market b{font-weight:650;margin-right:1mm}
.main{display:grid;grid-template-columns:127mm 1fr;gap:0 6mm;align-items:start}
.lines h2:not(:first-child){margin-top:3.2mm}
.line{display:grid;grid-template-columns:7.5mm 1fr 25mm 36.5mm;gap:0 2.4mm;align-items:start;padding:.4mm 0;border-top:.2mm solid var(--rule);break-inside:avoid}
h2+.line,h3+.line{border-top:0}
.even .line{padding:.75mm 0}
.airy .line{padding:1.3mm 0}
.airy .line small,.bare .line small{display:block}
.points{font-weight:650;text-align:center;border-radius:.9mm;padding:.15mm 0;background:var(--accent-wash);color:var(--accent)}
.points.minus{background:var(--out-wash);color:var(--out)}
.points.zero{background:none;color:var(--faint)}
.bare .line{grid-template-columns:7.5mm 1fr}
.bare .mark,.bare .evidence{display:none}
.mark{width:100%;height:4.2mm;overflow:visible;color:var(--accent)}
.mark path,.mark circle{fill:none;stroke:currentColor}
.mark .axis{stroke:var(--rule);stroke-width:.9}
.mark .interval{stroke-width:3.2;stroke-linecap:round;opacity:.32}
.mark .rest{fill:var(--paper);stroke:var(--soft);stroke-width:1.5}
.mark .best{fill:currentColor;stroke:var(--paper);stroke-width:1.2}
.mark.suggestive{color:var(--warm)}
.mark.suggestive .interval{stroke-dasharray:3 5}
.mark.none{color:var(--faint)}
.evidence{color:var(--soft);line-height:1.18;white-space:nowrap}
.evidence span{color:var(--ink);font-weight:600}
.evidence em{font-style:normal;color:var(--accent);font-weight:600}
.evidence em.suggestive{color:var(--warm)}
.evidence em.none{color:var(--faint)}
aside h2:not(:first-child){margin-top:3.2mm}
.anti li{padding:.4mm 0 .4mm 3.4mm;border-top:.2mm solid var(--rule);position:relative}
.anti li:first-child{border-top:0}
.anti li::before{content:"";position:absolute;left:0;top:1.85mm;width:1.9mm;height:.45mm;background:var(--out)}
.anti small{display:block}
table{width:100%;border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.3mm 0;font-weight:400}
th{width:6mm;font-weight:650;color:var(--accent)}
td small{margin-left:1.2mm}
.count{text-align:right;font-weight:600;white-space:nowrap;padding-left:1.5mm}
.notes{color:var(--soft);margin-top:.8mm}
blockquote,.edge{font-style:italic}
.cards{display:grid;grid-template-columns:repeat(var(--figures),1fr);gap:0 4mm}
.cards article+article{border-left:.2mm solid var(--rule);padding-left:3.2mm}
.cards h3{font-size:1em;font-weight:650;color:var(--ink);margin:0}
.cards h3::first-letter{text-transform:uppercase}
.titles{color:var(--soft)}
.cards p+p{margin-top:.9mm}
.cards i{font-style:normal;color:var(--faint)}
.bottom{display:grid;grid-template-columns:var(--columns);gap:0 6mm}
.strip{display:grid;grid-template-columns:var(--columns);gap:0 7mm;padding:1.1mm 2.6mm;background:var(--wash);border-radius:1mm}
.strip p:first-child{max-width:62mm}
.strip b{font-weight:650;margin-right:1mm}
.bottom li{padding:.45mm 0 .45mm 2.8mm;position:relative}
.bottom li::before{content:"";position:absolute;left:0;top:1.75mm;width:1.1mm;height:1.1mm;border-radius:50%;background:var(--faint)}
.bottom .error{color:var(--out)}
.bottom .note{color:var(--soft)}
footer p{white-space:nowrap}
footer{margin-top:auto;padding-top:1.2mm;border-top:.2mm solid var(--rule);color:var(--soft);display:flex;justify-content:space-between;gap:.4mm 6mm;align-items:center}
footer .mark{width:17mm;height:3.4mm;display:inline-block;vertical-align:middle;margin-right:1mm}
footer{flex-wrap:wrap}
footer .moved{color:var(--out);flex-basis:100%;order:-1;white-space:normal}
.annex h1{font-size:15pt}
.annex>*+h2,.annex>section{margin-top:4mm}
.annex .bottom{grid-template-columns:1fr}
.annex .bottom div+div{margin-top:4mm}
@page{size:A4 portrait;margin:8mm 12mm}
@media print{
body{background:none;font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans","DejaVu Sans Condensed",sans-serif}
.sheet,.annex{width:auto;margin:0;padding:0;background:none}
.sheet{height:280mm;min-height:0}
.annex{break-before:page}
}
@media screen and (prefers-color-scheme:dark){
:root{${darkColors}}
}
@media screen and (max-width:215mm){
.sheet,.annex{width:auto;margin:0;padding:6mm;min-height:0}
body,body.even,body.airy{--type:11pt}
small,.facts,.evidence,.notes,footer,h3{font-size:9.5pt}
}
@media screen and (max-width:170mm){
.main{grid-template-columns:1fr;gap:5mm}
.cards{grid-template-columns:1fr;gap:4mm}
.cards article+article{border-left:0;padding-left:0}
.bottom,.strip{grid-template-columns:1fr;gap:4mm}
.line{grid-template-columns:9mm 1fr;row-gap:1mm}
.line .mark,.line .evidence{grid-column:2}
.mark{max-width:60mm}
footer{flex-direction:column;align-items:flex-start}
footer p{white-space:normal}
header .title{display:block}
}
`;
