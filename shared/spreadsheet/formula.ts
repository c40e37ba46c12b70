/**
 * What begins as a formula would is marked as text, so that nothing somebody once typed is ever run by whoever opens the
 * file; and the mark goes again when such a list comes back. Signs of full width count too: some programs take them for
 * formulas. Knows no library, so that the domain may use it.
 */
const BEGINS = /^[=+\-@\t\r\n＝＋－＠]/;
const MARKED = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

export const harmless = (text: string): string => (BEGINS.test(text) ? `'${text}` : text);
export const unmarked = (text: string): string => text.replace(MARKED, '');
