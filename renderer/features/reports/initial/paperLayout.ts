/**
 * An official paper's parts, read off its words as they were signed: addressee on the first line, paragraphs, and after a
 * blank line the unit and the date. Pure.
 */
export type PaperLayout = { addressee: string | null; paragraphs: string[]; closing: string[] };

export function paperLayout(body: string): PaperLayout {
  const lines = body.split('\n').map((line) => line.trim());
  const [first = ''] = lines;
  const isAddressee = /[：:]$/.test(first);
  const rest = isAddressee ? lines.slice(1) : lines;
  const blank = rest.lastIndexOf('');
  const hasClosing = blank >= 0 && blank < rest.length - 1;
  const said = hasClosing ? rest.slice(0, blank) : rest;
  return {
    addressee: isAddressee ? first : null,
    paragraphs: said.filter((line) => line !== ''),
    closing: hasClosing ? rest.slice(blank + 1) : [],
  };
}
