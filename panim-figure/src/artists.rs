//! The artists, one file each. A new one is its file and its line here.

use crate::Artist;

macro_rules! artists {
    ($($file:ident::$artist:ident)*) => {$(
        mod $file;
        pub use $file::$artist;
        impl Artist for $artist {}
    )*};
}

artists! {
    bars::Bars
    error_bars::ErrorBars
    fill_between::FillBetween
    hline::HLine
    line::Line
    polygon::Polygon
    scatter::Scatter
    span::Span
    text::Text
    vline::VLine
}
