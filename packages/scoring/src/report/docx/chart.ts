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

const colourOf = (place: number) => COLOURS.series[place % COLOURS.series.length]!;

/** Where there are bounds, the first colour is kept for what they are bounds of. */
function placeOf({ series }: ChartBlock, one: ChartSeries, place: number): number {
  if (!series.some(({ look }) => look === 'bound')) return place;
  return one.look === 'bound' ? place + 1 : 0;
}

function curve(block: ChartBlock, one: ChartSeries, place: number): ScatterChartSeries {
  const color = colourOf(place);
  const bound = one.look === 'bound';
  return {
    name: fit(one.name),
    color,
    points: one.points.map(([x, y]) => ({ x: dayNumber(block, x), y })),
    markers: false,
    line: { color, width: bound ? 1.5 : 2.5, dash: bound ? 'dash' : 'solid' },
  };
}

/** Points alone: each a series of its own, since points of one series are joined. */
function marks(block: ChartBlock, one: ChartSeries, place: number): ScatterChartSeries[] {
  // Not the grey of what was not done.
  const color = colourOf(place + 1);
  return one.points.map(([x, y], index) => {
    const range = one.ranges?.[index];
    return {
      name: index === 0 ? fit(one.name) : `${fit(one.name)} ${index + 1}`,
      color,
      points: [{ x: dayNumber(block, x), y }],
      markers: { shape: 'diamond', size: 8 },
      ...(range && {
        yErrorBars: {
          type: 'custom' as const,
          plus: [Math.max(0, range[1] - y)],
          minus: [Math.max(0, y - range[0])],
          line: { color, width: 2.25 },
        },
      }),
    };
  });
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
  const grain = Math.min(step, 1);
  const run = new ChartRun({
    type: 'scatter',
    lines: 'straight',
    series: drawn.flatMap((one, place) =>
      one.look === 'marks'
        ? marks(block, one, place)
        : [curve(block, one, placeOf(block, one, place))],
    ),
    font: { name: FONT.eastAsia, color: COLOURS.ink },
    chartArea: { border: 'none' },
    xAxis: {
      minimum: Math.floor(from / grain) * grain,
      maximum: Math.ceil(to / grain) * grain,
      interval: step,
      numberFormat: step < 1 ? 'mm-dd hh:mm' : 'yyyy-mm-dd',
      gridlines: false,
    },
    yAxis: {
      ...(block.log ? { logarithmicBase: 10 } : { minimum: 0 }),
      numberFormat: '#,##0',
      ...(block.unit && { title: fit(block.unit) }),
    },
    legend: {
      position: 'bottom',
      hiddenEntries: drawn.flatMap(({ look, points, name }) =>
        look === 'marks' ? points.slice(1).map((_, index) => `${fit(name)} ${index + 2}`) : [],
      ),
    },
    transformation: {
      width: Math.floor(width * PIXELS_PER_TWIP),
      height: Math.floor(width * PIXELS_PER_TWIP * 0.45),
    },
    altText: { name: fit(block.caption), description: fit(block.caption) },
  });
  return [caption, new Paragraph({ children: [run] })];
}
