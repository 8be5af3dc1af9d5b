//! The listings of the book, each a program of its own: with `LISTING=first` in the environment this one is
//! `first`, and takes its arguments.

mod dictionary;

/// Each file as if it were alone, `main` included.
macro_rules! listings {
    ($($name:ident)*) => {
        $(
            mod $name {
                include!(concat!(stringify!($name), ".rs"));

                pub(super) fn run() -> panim::Result<()> {
                    main()
                }
            }
        )*

        fn run(name: &str) -> panim::Result<()> {
            match name {
                "dictionary" => dictionary::run(),
                $(stringify!($name) => $name::run(),)*
                _ => Err(format!("there is no listing {name:?}"))?,
            }
        }
    };
}

listings! {
    arrays
    bounce
    dates
    first
    fit
    growing
    heatmap
    lines_of_json
    mistakes
    panels
    plotters_histogram
    plotters_two_scales
    port_decay
    port_histogram
    port_image
    port_sine
    port_walk
    progress
    round
    rows
    samples
    shares
    sharing
    space
    still_figure
    values
    window
    zoom
}

fn main() -> panim::Result<()> {
    run(&std::env::var("LISTING").unwrap_or_default())
}
