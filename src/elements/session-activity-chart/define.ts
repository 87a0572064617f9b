import { define } from '../internal/define.js';
import { SessionActivityChart } from './session-activity-chart.js';

define('session-activity-chart', SessionActivityChart);

declare global {
  interface HTMLElementTagNameMap {
    'session-activity-chart': SessionActivityChart;
  }
}
