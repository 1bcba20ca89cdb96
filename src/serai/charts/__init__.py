"""Pictures of numbers: values in, an SVG text out, the same for page, report and test."""
