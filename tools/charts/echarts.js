// The parts of ECharts that boards use; tools/refresh_vendored.sh makes one file of them.
import * as core from "echarts/core";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
core.use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);
export const init = core.init;
