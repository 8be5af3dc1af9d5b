"""Why an item differs, where that can be seen or measured."""

EDGES = (
    "matplotlib moves the edges of bars and boxes onto whole pixels; panim draws them where they are, so that"
    " what moves does so steadily."
)
SEAMS = "Between matplotlib's faces the ground shines through; between panim's it does not."
OUTLINE = "matplotlib does not antialias the outline, nor the edges between areas."

REASONS = {
    "bar": EDGES,
    "hist": EDGES,
    "boxplot": EDGES,
    "eventplot": (
        "Lines as thin as these are on whole pixels with both; of boxes that are 0.4 pixels apart some are the"
        " next ones."
    ),
    "tricontourf": OUTLINE,
    "tripcolor": OUTLINE,
    "streamplot": "matplotlib's heads end about 4 points before the middle of a line, panim's at it.",
    "bar3d": "matplotlib's bars are half a point larger all around, by edges of their own colour.",
    "quiver3d": "panim keeps minus signs off the axis.",
    "surface3d": SEAMS,
    "trisurf3d": SEAMS,
}
