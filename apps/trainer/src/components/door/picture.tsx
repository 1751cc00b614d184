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
    let motes = firstMotes(132);
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
  return <canvas ref={ref} role="img" aria-label={text.door.picture} className="absolute inset-0 size-full" />;
}

function draw(pen: CanvasRenderingContext2D, canvas: HTMLCanvasElement, motes: readonly Mote[]): void {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  const laneY = (lane: number) => ((lane + 0.5) / LANES) * height;
  pen.clearRect(0, 0, width, height);
  pen.globalAlpha = 0.5;
  pen.fillStyle = colour('--line');
  for (let lane = 0; lane < LANES; lane++) pen.fillRect(0, laneY(lane), width, 1);
  pen.fillStyle = colour('--line-strong');
  for (let lane = 0; lane < LANES; lane++) pen.fillRect(width * GATE, laneY(lane) - 6, 2, 12);
  for (const mote of motes) {
    const past = mote.forged && mote.at > GATE;
    pen.globalAlpha = brightness(mote);
    pen.fillStyle = past ? colour('--series-6') : colour('--accent');
    pen.fillRect(mote.at * width, laneY(mote.lane) - 1, past ? 10 : 6, 2);
  }
  pen.globalAlpha = 1;
}
