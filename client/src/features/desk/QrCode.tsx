import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './handOut.module.css';

/** The quiet frame that readers need around a code, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** A link as a QR code: dark on light in both themes, as that is how readers look for it. */
export function QrCode({ of, label }: { of: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(of, { ecc: 'M', border: QUIET });
    const dark = code.data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: code.size, path: dark.join('') };
  }, [of]);
  return (
    <svg
      className={styles.code}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path className={styles.light} d={`M0 0h${size}v${size}h-${size}z`} />
      <path className={styles.dark} d={path} />
    </svg>
  );
}
