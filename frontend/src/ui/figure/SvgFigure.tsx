import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { safeSvg } from '../../lib/safeSvg';
import styles from './figure.module.css';

interface SvgFigureProps {
  source: string;
  /** Name of a part for assistive technology; it holds what is read on the part, as WCAG 2.5.3 asks. */
  partLabel: (read: string) => string;
  /** The names of the part and, when one of its lines was meant, that line's. */
  onOpen: (names: readonly string[], meant: string | undefined) => void;
  unusable: string;
}

/** The very drawing that is exported, put into the page; its parts with `data-box` open by click, Enter and Space. */
export function SvgFigure({ source, partLabel, onOpen, unusable }: SvgFigureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const svg = useMemo(() => safeSvg(source), [source]);
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });

  useLayoutEffect(() => {
    if (!svg || !frame.current) return;
    for (const part of outermost(svg)) {
      part.setAttribute('tabindex', '0');
      part.setAttribute('role', 'button');
      part.setAttribute('aria-label', partLabel(readOn(part)));
    }
    frame.current.replaceChildren(svg);
  }, [svg, partLabel]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const onClick = (event: MouseEvent) => openAt(event.target);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      openAt(event.target);
    };
    const openAt = (target: EventTarget | null) => {
      const line = target instanceof Element ? target.closest('[data-box]') : null;
      const part = line?.closest('[role=button]');
      if (line && part) open.current(namesOf(part), line === part ? undefined : namesOf(line)[0]);
    };
    element.addEventListener('click', onClick);
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('click', onClick);
      element.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  if (!svg) return <p>{unusable}</p>;
  return <div ref={frame} className={styles.figure} data-testid="figure" />;
}

function outermost(svg: SVGSVGElement): readonly Element[] {
  return [...svg.querySelectorAll('[data-box]')].filter((part) => !part.parentElement?.closest('[data-box]'));
}

function readOn(part: Element): string {
  return [...part.querySelectorAll('text')].map((line) => line.textContent.trim()).join(' ');
}

function namesOf(part: Element): readonly string[] {
  return (part.getAttribute('data-box') ?? '').split(/[\s,]+/).filter(Boolean);
}
