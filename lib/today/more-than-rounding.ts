/** Two displayed points can come from rounding alone and change no decision, as for `healthTrend`. */
const roundingNoise = 2

/** Whether a difference of two displayed scores says anything. */
export const isMoreThanRounding = (points: number): boolean => Math.abs(points) > roundingNoise
