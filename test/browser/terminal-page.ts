/** What the colours of a terminal are on a light and on a dark page. */
const palettes = {
  light: {
    paper: '#ffffff',
    ink: '#1f2328',
    dim: '#656d76',
    red: '#b3261e',
    yellow: '#7d5700',
    green: '#1a7f37',
  },
  dark: {
    paper: '#0d1117',
    ink: '#e6edf3',
    dim: '#9198a1',
    red: '#ff7b72',
    yellow: '#e3b341',
    green: '#56d364',
  },
} as const;

export type Theme = keyof typeof palettes;

const styles: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
};

/** A page that shows the output of a command as a terminal does, colours included. */
export function terminalPage(output: string, theme: Theme): string {
  const { paper, ink, dim, red, yellow, green } = palettes[theme];
  const body = output
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with an escape character.
    .replaceAll(/\u001b\[(\d+)m/g, (_, code: string) => {
      const style = styles[code];
      return style === undefined ? '</span>' : `<span class="${style}">`;
    });
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; background: ${paper} }
    pre { margin: 0; padding: 20px 24px; display: inline-block; width: 100ch; white-space: pre-wrap; color: ${ink}; font: 15px/1.5 'DejaVu Sans Mono', monospace }
    .bold { font-weight: bold } .dim { color: ${dim} } .red { color: ${red} } .yellow { color: ${yellow} } .green { color: ${green} }
  </style><pre>${body}</pre>`;
}
