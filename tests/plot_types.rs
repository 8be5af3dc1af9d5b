//! What is compared with matplotlib's page "Plot types" is drawn, and is on the page.

#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../benches/gallery/data.rs"]
mod data;
#[path = "../benches/gallery/plots.rs"]
mod plots;

use panim::{Figure, Picture, Renderer};
use std::{collections::BTreeSet, fs, path::Path};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/plot_types");

/// Fewer pixels than this that are of colour or dark, within the box of the axes, are nothing drawn.
const LEAST: usize = 300;

fn drawn(plot: impl Fn(&mut Figure)) -> Picture {
    let mut fig = Figure::new();
    plot(&mut fig);
    Renderer::new(fig).unwrap().picture().unwrap()
}

/// Pixels that an artist drew: colours, and what is dark where no axes without artists is.
fn marks(picture: &Picture, bare: &Picture) -> usize {
    let places = (90..566).flat_map(|x| (64..418).map(move |y| (x, y)));
    let is_mark = |(x, y)| {
        let [r, g, b, _] = picture.pixel(x, y);
        let is_gray = r.abs_diff(g).max(g.abs_diff(b)) < 16;
        picture.pixel(x, y) != bare.pixel(x, y) && !is_gray
    };
    places.filter(|place| is_mark(*place)).count()
}

#[test]
fn every_item_is_drawn_and_none_is_empty() {
    let flat = drawn(|fig| {
        fig.axes();
    });
    let space = drawn(|fig| {
        fig.axes().set_projection("3d");
    });
    assert_eq!((marks(&flat, &space), marks(&space, &flat)), (0, 0), "axes alone are no marks");
    let mut pictures = BTreeSet::new();
    for (name, plot) in plots::PLOTS {
        let picture = drawn(plot);
        let count = marks(&picture, &flat);
        assert!(count > LEAST, "{name} has {count} pixels");
        assert!(pictures.insert(picture.rgba().to_vec()), "{name} looks like another one");
    }
}

#[test]
fn every_item_is_on_the_page_with_its_picture() {
    let page = fs::read_to_string(Path::new(PAGE).join("README.md")).unwrap();
    let mut total = 0;
    for (name, _) in plots::PLOTS {
        assert!(page.contains(&format!("({name}.png)")), "the page lacks {name}");
        total += fs::metadata(Path::new(PAGE).join(name).with_extension("png")).unwrap().len();
    }
    let count = fs::read_dir(PAGE).unwrap().count();
    assert_eq!(count, plots::PLOTS.len() + 1, "what is no item's is in the folder");
    assert!(total < 2_000_000, "the pictures have {total} bytes");
}
