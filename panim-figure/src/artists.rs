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
    ax_line: AxLine;
    barbs: Barbs;
    bars: Bars;
    bars3d: Bars3D;
    box_plot: BoxPlot;
    broken_bars: BrokenBars;
    circle: Circle;
    circles: Circles;
    contour: Contour;
    contour_filled: ContourFilled;
    ecdf: Ecdf;
    ellipse: Ellipse;
    error_bars: ErrorBars;
    event_plot: EventPlot;
    fill_between: FillBetween;
    fill_between3d: FillBetween3D;
    hexbin: Hexbin;
    histogram: Histogram;
    histogram2d: Histogram2D;
    histograms: Histograms;
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
    quiver3d: Quiver3D;
    rectangle: Rectangle;
    rules: HLine VLine;
    scatter: Scatter;
    scatter3d: Scatter3D;
    span: Span;
    spectrogram: Spectrogram;
    stack_plot: StackPlot;
    stairs: Stairs;
    stem: Stem;
    stem3d: Stem3D;
    streamlines: Streamlines;
    surface: Surface;
    table: Table;
    text: Text;
    text3d: Text3D;
    timestamp: Timestamp;
    traced_path: TracedPath;
    trail: Trail;
    trail3d: Trail3D;
    tri_color: TriColor;
    tri_contour: TriContour;
    tri_contour_filled: TriContourFilled;
    tri_plot: TriPlot;
    tri_surface: TriSurface;
    violin: Violin;
    voxels: Voxels;
    wedge: Wedge;
    wireframe: Wireframe;
}

#[cfg(feature = "coastlines")]
mod world;

pub use broken_bars::RowAlign;
pub use fill_between3d::FillMode;
pub use hexbin::GridSize;
pub use histogram::HistStyle;
pub use image::Origin;
pub use pie::{NamedValue, Wedges};
pub use rectangle::RotationPoint;
pub use spectrogram::SpectralScale;
pub use table::{CellSides, TableLoc};
pub use text3d::TextDirection;
pub use violin::ViolinSide;
