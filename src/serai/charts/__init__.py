"""Charts, flow diagram and map as SVG strings; values in, text out."""
