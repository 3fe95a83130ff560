import { darkColors, lightColors } from '../page/index.ts';

/** Style of the quality report: reads on a screen, prints on A4, light and dark. */
export const qualityCss = `
:root{color-scheme:light dark;${lightColors}}
*{box-sizing:border-box;margin:0;padding:0}
body{font:15px/1.45 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,"DejaVu Sans Condensed",sans-serif;color:var(--ink);background:var(--desk);font-variant-numeric:tabular-nums;overflow-wrap:anywhere;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:1080px;margin:24px auto;padding:32px 40px 40px;background:var(--paper);border-radius:6px}
h1{font-size:28px;line-height:1.15;font-weight:650;letter-spacing:-.018em}
h2{font-size:18px;font-weight:650;margin:36px 0 10px;padding-top:12px;border-top:1.5px solid var(--ink)}
h3{font-size:15px;font-weight:650;margin:22px 0 6px}
h2 small,h3 small{font-weight:400;color:var(--soft);margin-left:6px}
small,.soft{color:var(--soft)}
.facts{color:var(--soft);margin-top:6px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin-top:22px}
.tiles div{background:var(--wash);border-radius:5px;padding:12px 14px}
.tiles b{display:block;font-size:24px;line-height:1.2;font-weight:650}
.tiles .high b{color:var(--out)}
.tiles .medium b{color:var(--warm)}
ul{list-style:none}
.finding{padding:10px 0 10px 14px;border-left:3px solid var(--rule);margin:8px 0;break-inside:avoid}
.finding.high{border-color:var(--out)}
.finding.medium{border-color:var(--warm)}
.finding p{max-width:90ch}
.finding .soft{font-size:13.5px;margin-top:2px}
code{font:13px/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
p code,li code,.soft code{background:var(--wash);border-radius:3px;padding:0 3px}
.fix{display:inline-block;margin-top:5px;padding:3px 9px;background:var(--accent-wash);color:var(--accent);border-radius:4px;user-select:all;-webkit-user-select:all}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:14px}
th,td{overflow-wrap:normal;text-align:left;vertical-align:top;padding:5px 12px 5px 0;border-bottom:1px solid var(--rule)}
th{font-weight:500;color:var(--soft);font-size:13px;white-space:nowrap}
td.n,th.n{text-align:right;white-space:nowrap}
tbody th{color:var(--ink);font-weight:600;font-size:14px}
td.word{white-space:nowrap}
td.holds{min-width:220px;color:var(--soft);max-width:340px}
.bar{display:inline-block;width:84px;height:8px;margin-right:8px;border-radius:2px;background:var(--rule);overflow:hidden;vertical-align:1px}
.bar i{display:block;height:100%;background:var(--accent)}
.bar.low i{background:var(--out)}
.out{color:var(--out)}
footer{margin-top:36px;padding-top:10px;border-top:1px solid var(--rule);color:var(--soft);font-size:13px}
@page{size:A4 portrait;margin:12mm}
@media print{body{background:none;font-size:9pt}main{margin:0;padding:0;max-width:none}table{font-size:8.5pt}h2{break-after:avoid}tr{break-inside:avoid}.tiles b{font-size:15pt}.scroll{overflow:visible}}
@media screen and (prefers-color-scheme:dark){:root{${darkColors}}}
@media screen and (max-width:700px){main{margin:0;padding:20px 16px;border-radius:0}}
`;
