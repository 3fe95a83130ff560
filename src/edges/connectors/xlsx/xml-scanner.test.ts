import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeXml } from './decode-xml.ts';
import { xmlAttribute } from './xml-attribute.ts';
import { XmlScanner } from './xml-scanner.ts';

function read(chunks: readonly string[]): readonly string[] {
  const told: string[] = [];
  let text = '';
  const tell = (what: string) => {
    if (text !== '') told.push(decodeXml(text));
    text = '';
    told.push(what);
  };
  const scanner = new XmlScanner({
    open: (name, attributes) => tell(`<${name}${attributes}`),
    close: (name) => tell(`</${name}`),
    text: (raw) => {
      text += raw;
    },
    data: (data) => tell(data),
  });
  for (const chunk of chunks) scanner.feed(chunk);
  scanner.end();
  return told;
}

const document = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "<c>">]><!-- <no> --><x:a r='1>2' s = "a/b">
 one &amp; two&#10;<b/><![CDATA[<c>&amp;]]></x:a >`;

it('a document is told in order, without its type, comments and instructions', () => {
  expect(read([document])).toEqual([
    `<a r='1>2' s = "a/b"`,
    '\n one & two\n',
    '<b',
    '</b',
    '<c>&amp;',
    '</a',
  ]);
});

it('a document cut anywhere is the same', () => {
  const cuts = fc.array(fc.nat(document.length), { maxLength: 6 });
  fc.assert(
    fc.property(cuts, (at) => {
      const ends = [...at, document.length].toSorted((one, two) => one - two);
      expect(read(ends.map((end, index) => document.slice(ends[index - 1] ?? 0, end)))).toEqual(
        read([document]),
      );
    }),
    { numRuns: 300 },
  );
  expect(read([...document])).toEqual(read([document]));
});

it('an attribute is found by its name, whatever its prefix and quotes', () => {
  const attributes = ` r='1>2' xr:uid="x" s = "a &lt; b"`;
  expect(['r', 'uid', 's', 'id', 'x'].map((name) => xmlAttribute(attributes, name))).toEqual([
    '1>2',
    'x',
    'a < b',
    null,
    null,
  ]);
});
