//! The artists, one file each. A new one is its file and its line here.

use crate::artist::built_in;

macro_rules! artists {
    ($($file:ident: $($artist:ident)+;)*) => {$(
        mod $file;
        pub use $file::{$($artist),+};
        $(built_in!($artist);)+
    )*};
}

artists! {
    annotation: Annotation;
    arc: Arc;
    arrow: Arrow;
    bars: Bars;
    bars3d: Bars3D;
    box_plot: BoxPlot;
    circle: Circle;
    circles: Circles;
    contour: Contour;
    contour_filled: ContourFilled;
    ellipse: Ellipse;
    error_bars: ErrorBars;
    fill_between: FillBetween;
    histogram: Histogram;
    image: Image;
    inset_indicator: InsetIndicator;
    line: Line;
    line3d: Line3D;
    lines: Lines;
    path_patch: PathPatch;
    pcolor_mesh: PColorMesh;
    pie: Pie;
    polygon: Polygon;
    polygons: Polygons;
    quiver: Quiver;
    rectangle: Rectangle;
    rules: HLine VLine;
    scatter: Scatter;
    scatter3d: Scatter3D;
    span: Span;
    stem: Stem;
    streamlines: Streamlines;
    surface: Surface;
    text: Text;
    timestamp: Timestamp;
    traced_path: TracedPath;
    trail: Trail;
    violin: Violin;
    wedge: Wedge;
    wireframe: Wireframe;
}

pub use histogram::HistStyle;
pub use image::{Interpolation, Origin};
pub use pie::{NamedValue, Wedges};
pub use rectangle::RotationPoint;
