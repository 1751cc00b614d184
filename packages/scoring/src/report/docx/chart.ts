import { DAY_MS, MINUTE_MS } from '@dwell/core/time';
import { Paragraph } from 'docx';
import { ChartRun, type ScatterChartSeries } from 'docx/charts';
import type { Block, ChartSeries } from '../types.ts';
import { fit, runs } from './runs.ts';
import { COLOURS, FONT } from './theme.ts';

type ChartBlock = Extract<Block, { is: 'chart' }>;

/** Days between the sheet's day 0, 1899-12-30, and the beginning of 1970. */
const SHEET_EPOCH = 25_569;
const PIXELS_PER_TWIP = 96 / 1440;

/** A simulated time as a day number of spreadsheets, local; without a calendar, days since the start. */
function dayNumber({ calendar }: ChartBlock, at: number): number {
  if (!calendar) return at / DAY_MS;
  return (calendar.startMs + calendar.offsetMinutes * MINUTE_MS + at) / DAY_MS + SHEET_EPOCH;
}

function series(block: ChartBlock, one: ChartSeries, place: number): ScatterChartSeries {
  const color = COLOURS.series[place % COLOURS.series.length]!;
  const look = one.look ?? 'main';
  const marks = look === 'marks';
  const ranges = one.ranges;
  return {
    name: fit(one.name),
    color,
    points: one.points.map(([x, y]) => ({ x: dayNumber(block, x), y })),
    markers: marks ? { shape: 'diamond', size: 7 } : false,
    line: marks
      ? { width: 0 }
      : { color, width: look === 'main' ? 2.5 : 1.5, dash: look === 'main' ? 'solid' : 'dash' },
    ...(ranges && {
      yErrorBars: {
        type: 'custom' as const,
        plus: ranges.map(([, high], index) => high - one.points[index]![1]),
        minus: ranges.map(([low], index) => one.points[index]![1] - low),
        line: { color, width: 1.5 },
      },
    }),
  };
}

/** A round number of days at which the axis is labelled about eight times. */
function interval(days: number): number {
  const steps = [1 / 24, 1 / 12, 1 / 8, 1 / 4, 1 / 2, 1, 2, 5, 7, 14, 30, 60, 90, 180];
  return steps.find((step) => days / step <= 8) ?? 365;
}

/** A chart that the word processor draws from its data, so that it is sharp and can be edited. */
export function chart(block: ChartBlock, width: number): Paragraph[] {
  const drawn = block.series.filter(({ points }) => points.length > 0);
  const caption = new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: runs(block.caption),
  });
  if (drawn.length === 0) return [caption];
  const from = dayNumber(block, block.from);
  const to = dayNumber(block, block.to);
  const step = interval(to - from);
  const run = new ChartRun({
    type: 'scatter',
    lines: 'straight',
    series: drawn.map((one, place) => series(block, one, place)),
    font: { name: FONT.eastAsia, color: COLOURS.ink },
    chartArea: { border: 'none' },
    xAxis: {
      minimum: Math.floor(from / step) * step,
      maximum: Math.ceil(to / step) * step,
      interval: step,
      numberFormat: step < 1 ? 'mm-dd hh:mm' : 'yyyy-mm-dd',
      gridlines: false,
    },
    yAxis: {
      ...(block.log ? { logarithmicBase: 10 } : { minimum: 0 }),
      numberFormat: '#,##0',
      ...(block.unit && { title: fit(block.unit) }),
    },
    legend: { position: 'bottom' },
    transformation: {
      width: Math.floor(width * PIXELS_PER_TWIP),
      height: Math.floor(width * PIXELS_PER_TWIP * 0.5),
    },
    altText: { name: fit(block.caption), description: fit(block.caption) },
  });
  return [caption, new Paragraph({ children: [run] })];
}
