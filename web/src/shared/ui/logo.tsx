/** The mark of the product: the best in the middle of all. */
export function Logo() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--bf-accent)" />
      <circle
        cx="16"
        cy="16"
        r="9.5"
        fill="none"
        stroke="var(--bf-paper)"
        strokeOpacity=".5"
        strokeWidth="2.4"
      />
      <circle cx="16" cy="16" r="4.6" fill="var(--bf-paper)" />
    </svg>
  );
}
