import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep teal, the same as on the printed page. */
const teal: MantineColorsTuple = [
  '#eef7f7',
  '#dcecec',
  '#b5d9d9',
  '#8bc5c6',
  '#66b2b4',
  '#3f9b9e',
  '#1f7f84',
  '#0d676d',
  '#0d5c63',
  '#07474d',
];

/** Cool greys with a trace of the accent, dark enough for text at every step that carries it. */
const dark: MantineColorsTuple = [
  '#e6ebef',
  '#b9c4cd',
  '#a3afba',
  '#5d6a76',
  '#3a4651',
  '#2b353f',
  '#212a33',
  '#182028',
  '#121920',
  '#0c1116',
];

const system =
  'Inter, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif';

/** Shape, colour and type of every component. */
export const theme = createTheme({
  colors: { teal, dark },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 7 },
  fontFamily: system,
  headings: { fontFamily: system, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontSizes: { xs: '0.78rem', sm: '0.86rem', md: '0.94rem', lg: '1.06rem', xl: '1.25rem' },
  components: {
    Tooltip: {
      defaultProps: {
        openDelay: 250,
        withArrow: true,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Drawer: { defaultProps: { position: 'right', size: 'lg' } },
  },
});

/** Names of the product's own colours: the same roles as on the printed page. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-yellow-light': 'var(--bf-warm-wash)',
    '--mantine-color-yellow-light-hover': 'var(--bf-warm-wash)',
    '--mantine-color-yellow-light-color': 'var(--bf-warm)',
    '--mantine-color-red-light': 'var(--bf-out-wash)',
    '--mantine-color-red-light-hover': 'var(--bf-out-wash)',
    '--mantine-color-red-light-color': 'var(--bf-out)',
  },
  light: {
    '--bf-ink': '#17212b',
    '--bf-soft': '#51606d',
    '--bf-faint': '#67737f',
    '--bf-rule': '#e1e6ea',
    '--bf-wash': '#f5f7f9',
    '--bf-paper': '#ffffff',
    '--bf-desk': '#fafbfc',
    '--bf-accent': '#0d5c63',
    '--bf-accent-wash': '#e3f0f0',
    '--bf-best': '#0d676d',
    '--bf-rest': '#8994a0',
    '--bf-out': '#a2371f',
    '--bf-out-wash': '#f9e9e4',
    '--bf-warm': '#8a5a00',
    '--bf-warm-wash': '#fbf1dc',
    '--mantine-color-body': '#fafbfc',
    '--mantine-color-text': '#17212b',
    '--mantine-color-dimmed': '#51606d',
    '--mantine-color-placeholder': '#67737f',
    '--mantine-color-error': '#a2371f',
  },
  dark: {
    '--bf-ink': '#e6ebef',
    '--bf-soft': '#a9b5bf',
    '--bf-faint': '#8f9ba7',
    '--bf-rule': '#2b353f',
    '--bf-wash': '#1d262e',
    '--bf-paper': '#182028',
    '--bf-desk': '#121920',
    '--bf-accent': '#6fc6c9',
    '--bf-accent-wash': '#15353a',
    '--bf-best': '#66c2c4',
    '--bf-rest': '#8d98a3',
    '--bf-out': '#f0937c',
    '--bf-out-wash': '#43241d',
    '--bf-warm': '#e2b45c',
    '--bf-warm-wash': '#3b2f17',
    '--mantine-color-body': '#121920',
    '--mantine-color-text': '#e6ebef',
    '--mantine-color-dimmed': '#a9b5bf',
    '--mantine-color-placeholder': '#8f9ba7',
    '--mantine-color-error': '#f0937c',
  },
});
