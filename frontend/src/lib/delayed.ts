import { useEffect, useState } from 'react';

/** False for the first `ms` milliseconds: what is quick shows no skeleton. */
export function useDelayed(ms = 300): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}
