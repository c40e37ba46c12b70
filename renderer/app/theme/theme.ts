/** Light, dark or as the system has it; written to <html data-theme> so that CSS alone does the rest. */
export type Theme = 'auto' | 'light' | 'dark';

const darkPreferred = () => window.matchMedia('(prefers-color-scheme: dark)');

let chosen: Theme = 'auto';
const write = () => {
  const dark = chosen === 'dark' || (chosen === 'auto' && darkPreferred().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
};

export function applyTheme(theme: Theme): void {
  chosen = theme;
  write();
}

/** Follows the system while `auto` is chosen; paper is always light. Called once. */
export function followSystemTheme(): void {
  darkPreferred().addEventListener('change', write);
  window.addEventListener('beforeprint', () => {
    document.documentElement.dataset.theme = 'light';
  });
  window.addEventListener('afterprint', write);
  write();
}
