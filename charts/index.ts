/** The charts of a system: which constructs stand in which, and where they are written. */
export { NamespaceChart } from './namespace-chart';
export { PlatformChart } from './platform-chart';
export { ServiceChart } from './service-chart';
export { writeCharts, type ChartCounts } from './write-charts';
