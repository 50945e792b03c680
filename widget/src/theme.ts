const wantsDark = '(prefers-color-scheme: dark)';

/**
 * Dark or not. "auto" is dark only where the page says that it can be dark: a silent page stays light, whatever the system prefers.
 * @param theme The element's attribute.
 * @param schemes The computed color-scheme.
 */
export const isDark = (theme: string, schemes: string): boolean => {
  if (/^(light|dark)$/.test(theme)) schemes = theme;
  // A page may also say it in its head; that does not show in the computed value.
  if (schemes === 'normal') schemes = document.querySelector<HTMLMetaElement>('meta[name=color-scheme]')?.content ?? '';
  return /dark/.test(schemes) && (!/light/.test(schemes) || matchMedia(wantsDark).matches);
};

/** Calls back when the system's preference changes. */
export const onTheme = (changed: () => void): void => matchMedia(wantsDark).addEventListener('change', changed);
