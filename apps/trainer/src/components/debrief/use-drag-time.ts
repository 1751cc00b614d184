'use client';

import { useEffect, useState, type PointerEvent } from 'react';
import { useLatest } from '@/live/use-latest.ts';
import { type AxisView, panView } from './axis-view.ts';
import { usePlaceLine } from './scrub.tsx';
import type { TimelineFrame } from './timeline-frame.ts';
import type { TimelineView } from './use-timeline-view.ts';

/** Further than this it is no click any more, px. */
const SLACK = 4;

/** Drag moves the time, a click places the line, Ctrl and the wheel zoom, a sideways wheel moves. */
export function useDragTime(frame: TimelineFrame, tools: TimelineView) {
  // Not there at first: nothing is drawn before the width is known.
  const [node, ref] = useState<HTMLDivElement | null>(null);
  const [drag, setDrag] = useState<{ x: number; view: AxisView; moved: boolean } | null>(null);
  const place = usePlaceLine();
  const latest = useLatest({ frame, tools });
  useEffect(() => {
    const onWheel = (event: WheelEvent) => {
      const { frame: now, tools: tool } = latest();
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      const isZoom = event.ctrlKey || event.metaKey;
      if (!isZoom && Math.abs(sideways) <= (event.shiftKey ? 0 : Math.abs(event.deltaY))) return;
      event.preventDefault();
      const wide = now.right - now.left;
      if (!isZoom) return tool.pan(sideways / wide);
      const x = event.clientX - node!.getBoundingClientRect().left;
      const { view } = tool;
      const share = Math.max(0, Math.min(1, (x - now.left) / wide));
      tool.zoom(1.0015 ** event.deltaY, view.from + share * (view.to - view.from));
    };
    node?.addEventListener('wheel', onWheel, { passive: false });
    return () => node?.removeEventListener('wheel', onWheel);
  }, [node, latest]);
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0 || isControl(event.target)) return;
      setDrag({ x: event.clientX, view: tools.view, moved: false });
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (!drag) return;
      const by = event.clientX - drag.x;
      if (!drag.moved && Math.abs(by) < SLACK) return;
      if (!drag.moved) event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ ...drag, moved: true });
      tools.show(panView(drag.view, -by / (frame.right - frame.left)));
    },
    onPointerUp: (event: PointerEvent<HTMLDivElement>) => {
      if (!drag) return;
      setDrag(null);
      if (drag.moved) return;
      const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
      if (x >= frame.left && x <= frame.right) place(frame.timeAt(x));
    },
    onPointerCancel: () => setDrag(null),
  };
  return { ref, handlers, dragging: drag?.moved ?? false };
}

const isControl = (target: EventTarget) =>
  target instanceof Element && target.closest('button, [role="slider"]') !== null;
