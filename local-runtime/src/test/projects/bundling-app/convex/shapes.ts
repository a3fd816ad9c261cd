import { query } from "./_generated/server";

export enum Color {
  Red = "red",
  Green = "green",
}

namespace Geometry {
  export const square = (side: number) => side * side;
}

class Shape {
  constructor(
    readonly color: Color,
    private side: number,
  ) {}

  area(): number {
    return Geometry.square(this.side);
  }
}

export default query({
  args: {},
  handler: async () => {
    const shape = new Shape(Color.Green, 3);
    return { color: shape.color, area: shape.area() };
  },
});
