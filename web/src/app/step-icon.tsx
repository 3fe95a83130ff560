const paths = {
  data: 'M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3zm0 0v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3',
  connections: 'M9 7V4m6 3V4M6 8h12v4a6 6 0 0 1-12 0zm6 10v3',
  customers: 'M12 3l2.6 5.6 6.1.7-4.5 4.2 1.2 6L12 16.5 6.600 19.500l1.200-6L3.300 9.300l6.100-.7z',
  patterns: 'M4 7h9m4 0h3M4 12h3m4 0h9M4 17h11m4 0h1M15 5v4M9 10v4m8 1v4',
  profile: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h5',
  accounts: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
} as const;

/** The sign of a step of the work; its name stands beside it. */
export function StepIcon({ step }: { readonly step: keyof typeof paths }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[step]} />
    </svg>
  );
}
