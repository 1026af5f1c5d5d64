"""A chart drawn: words measured, boxes placed by a layout engine, pages chosen; all lengths are points on paper."""
