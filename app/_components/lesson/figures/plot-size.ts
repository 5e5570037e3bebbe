/** Heights of a figure in pixels: kept free before the plot is loaded, so that nothing jumps. */
export const PLOT_HEIGHT = { plot: 280, controls: 57, whole: 337 };
