// Of two definitions of a link the first one counts: these pages are modules here.
//! [clusters-page]: crate::clusters
//! [cli-page]: crate::cli
//! [notebooks-page]: crate::notebooks
//! [errors-page]: crate::errors
//! [matplotlib-page]: crate::matplotlib
//! [formulas-page]: crate::formulas

#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

// So that the `::panim` paths of the attributes' expansions work in here as well.
#[allow(unused_extern_crates)]
extern crate self as panim;

pub use panim_figure::*;
pub use panim_macros::{animation, setup, update};
pub use panim_runtime::*;

#[doc(hidden)]
pub use panim_runtime::macro_support as __private;

/// What nearly every animation needs: `use panim::prelude::*;`.
///
/// The attributes, [`Figure`], [`Axes`], [`Frame`], [`Handle`], the artists, [`At`] for places and
/// [`linspace`]. What says more exactly how something looks is imported by its name, `use
/// panim::{Colormap, Legend, motion::Ease};`, and most of it can be said in matplotlib's words instead:
/// `"log"`, `"upper right"`, `"viridis"`.
///
/// Nothing in it hides a name of std's prelude. It can stand beside plotters' prelude. Both have a
/// [`Text`], a [`Polygon`], a [`Histogram`] and a [`Pie`]; these are too common to be left out, and where
/// both preludes are imported and one of the four is used, `use panim::Text;` says which is meant.
///
/// Three artists are imported by their names: [`Circle`] and [`Rectangle`], which are what plotters' code is
/// made of, and [`Arc`], which is std's nearly everywhere.
pub mod prelude {
    #[doc(no_inline)]
    pub use crate::{
        Annotation, Arrow, At, AxLine, Axes, Barbs, Bars, Bars3D, BoxPlot, BrokenBars, Circles,
        Contour, ContourFilled, Ecdf, Ellipse, ErrorBars, EventPlot, Figure, FillBetween,
        FillBetween3D, Frame, HLine, Handle, Hexbin, Histogram, Histogram2D, Histograms, Image,
        InsetIndicator, Line, Line3D, Lines, PColorMesh, PathPatch, Pie, Polygon, Polygons, Quiver,
        Quiver3D, Scatter, Scatter3D, Span, Spectrogram, StackPlot, Stairs, Stem, Stem3D,
        Streamlines, Surface, Table, Text, Text3D, Timestamp, TracedPath, Trail, Trail3D, TriColor,
        TriContour, TriContourFilled, TriPlot, TriSurface, VLine, Violin, Voxels, Wedge, Wireframe,
        animation, linspace, setup, update,
    };
}

#[cfg(feature = "cli")]
#[doc = "[main]: crate::cli::main\n[Args]: crate::cli::Args\n\n"]
#[doc = include_str!("../docs/cli.md")]
pub mod cli {
    pub use panim_runtime::cli::{Args, main};
}

#[doc = "[cli]: crate::cli\n[slurm]: crate::clusters::slurm\n[kubernetes]: crate::clusters::kubernetes\n[batch]: crate::clusters::aws_batch\n\n"]
#[doc = include_str!("../docs/clusters.md")]
pub mod clusters {
    #[doc = include_str!("../docs/clusters/aws_batch.md")]
    pub mod aws_batch {}

    #[doc = include_str!("../docs/clusters/kubernetes.md")]
    pub mod kubernetes {}

    #[doc = include_str!("../docs/clusters/slurm.md")]
    pub mod slurm {}
}

#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

#[doc = include_str!("../docs/formulas.md")]
pub mod formulas {}

#[doc = include_str!("../docs/notebooks.md")]
pub mod notebooks {}

#[doc = "[artist]: crate::artist\n\n"]
#[doc = include_str!("../docs/matplotlib.md")]
pub mod matplotlib {}
