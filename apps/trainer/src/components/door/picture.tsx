'use client';

import { useEffect, useRef } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { brightness, firstMotes, GATE, LANES, type Mote, moveMotes } from './traffic.ts';

/** Quiet traffic through a gate, behind the door. It stands still for who asked for less motion. */
export function Picture() {
  const { text, theme } = useReading();
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    let motes = firstMotes(300);
    let frame = 0;
    let before = 0;
    const fit = () => {
      const ratio = window.devicePixelRatio || 1;
      canvas.width = canvas.clientWidth * ratio;
      canvas.height = canvas.clientHeight * ratio;
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      draw(pen, canvas, motes);
    };
    const step = (now: number) => {
      frame = requestAnimationFrame(step);
      if (now - before < 33) return;
      motes = moveMotes(motes, Math.min(0.1, (now - before) / 1000));
      before = now;
      draw(pen, canvas, motes);
    };
    fit();
    window.addEventListener('resize', fit);
    if (!still) frame = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', fit);
    };
  }, [theme]);
  return (
    <canvas
      ref={ref}
      role="img"
      aria-label={text.door.picture}
      className="absolute inset-0 size-full"
    />
  );
}

function draw(
  pen: CanvasRenderingContext2D,
  canvas: HTMLCanvasElement,
  motes: readonly Mote[],
): void {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [line, gate, honest, forged] = [
    colour('--line'),
    colour('--line-strong'),
    colour('--accent'),
    colour('--series-6'),
  ];
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  const laneY = (lane: number) => Math.round(((lane + 0.5) / LANES) * height);
  pen.clearRect(0, 0, width, height);
  pen.globalAlpha = 0.35;
  pen.fillStyle = line;
  for (let lane = 0; lane < LANES; lane++) pen.fillRect(0, laneY(lane), width, 1);
  pen.globalAlpha = 0.8;
  pen.fillStyle = gate;
  for (let lane = 0; lane < LANES; lane++)
    pen.fillRect(Math.round(width * GATE), laneY(lane) - 5, 1, 11);
  for (const mote of motes) {
    const past = mote.forged && mote.at > GATE;
    const x = mote.at * width;
    const y = laneY(mote.lane);
    pen.fillStyle = past ? forged : honest;
    // A tail in three steps, then the head.
    for (let part = 3; part >= 1; part--) {
      pen.globalAlpha = (brightness(mote) * 0.3) / part;
      pen.fillRect(x - (mote.length * part) / 3, y, mote.length / 3, 1);
    }
    pen.globalAlpha = brightness(mote);
    pen.fillRect(x, y - 1, past ? 4 : 3, past ? 3 : 2);
  }
  pen.globalAlpha = 1;
}
