//! What setup and update may return.

use super::*;
use std::{error::Error as StdError, num::ParseFloatError};

#[animation]
#[derive(Default)]
struct Fallible;

impl Fallible {
    #[update]
    fn update(&self, _: &mut Frame, text: &str) -> Result<(), ParseFloatError> {
        text.parse::<f64>().map(drop)
    }
}

#[test]
fn an_error_of_update_names_its_frame() {
    let texts = ["1.0", "x"].map(String::from);
    let error = run!(Fallible::render(out("fallible.mp4")).params(texts)).unwrap_err();
    let panim::Error::Frame { frame: 1, source } = error else { panic!("{error:?}") };
    assert!(source.is::<ParseFloatError>(), "{source}");
}

#[animation]
#[derive(Default)]
struct Broken;

impl Broken {
    #[setup]
    fn setup(&self, _: &mut Figure) -> Result<(), Box<dyn StdError + Send + Sync>> {
        Err("no data")?
    }

    #[update]
    fn update(&self, _: &mut Frame) -> panim::Result<()> {
        Ok(())
    }
}

#[test]
fn an_error_of_setup_is_one_of_the_render() {
    let error = run!(Broken::render(out("broken.mp4")).frames(1)).unwrap_err();
    let panim::Error::Setup { source } = error else { panic!("{error:?}") };
    assert_eq!(source.to_string(), "no data");
}

#[animation]
#[derive(Default)]
struct Local;

impl Local {
    #[setup]
    fn setup(&self, _: &mut Figure) -> Result<(), Box<dyn StdError>> {
        "1".parse::<f64>()?;
        Ok(())
    }

    #[update]
    fn update(&self, _: &mut Frame) -> Result<(), Box<dyn StdError>> {
        "x".parse::<f64>()?;
        Ok(())
    }
}

#[test]
fn an_error_need_not_be_send() {
    let error = run!(Local::render(out("local.mp4")).frames(1)).unwrap_err();
    assert_eq!(error.to_string(), "frame 0 failed: invalid float literal");
}

/// Everything that may fail in a `main`.
fn main() -> panim::Result<()> {
    let folder = out("main");
    std::fs::create_dir_all(&folder)?;
    let still = folder.join("still.png");
    Fallible::render(folder.join("a.mp4")).params(["1".to_owned()]).still(0)?.save_png(&still)?;
    assert_eq!(panim::Picture::open(&still)?.width(), 640);
    let mut fig = Figure::new();
    fig.axes().add(Line::new([0.0, 1.0], [0.0, "1".parse::<f64>()?]).color("C0"));
    fig.save_png(folder.join("figure.png"))?;
    fig.axes().set_title("again");
    fig.save_png(folder.join("figure.png"))?;
    "C1".parse::<panim::Color>()?;
    panim::date(2026, 1, 1)?;
    panim::Renderer::new(Figure::new())?.picture()?;
    std::fs::remove_dir_all(&folder)?;
    Err("the end")?
}

#[test]
fn whatever_panim_returns_converts_into_its_error() {
    assert_eq!(main().unwrap_err().to_string(), "the end");
    let nowhere = out("nowhere/nothing/a.png");
    let error: panim::Error = Figure::new().save_png(&nowhere).unwrap_err().into();
    assert!(matches!(&error, panim::Error::File { path, .. } if *path == nowhere), "{error}");
    let mut fig = Figure::new();
    fig.axes().add(Line::new([0.0], [0.0]).width(-1.0));
    let error: panim::Error = fig.save_png(&nowhere).unwrap_err().into();
    assert!(matches!(error, panim::Error::Figure { .. }), "{error}");
}

#[animation]
#[derive(Default)]
struct Worded;

impl Worded {
    #[update]
    fn update(&self, _: &mut Frame) -> Result<(), String> {
        Err("out of luck".into())
    }
}

#[test]
fn an_error_may_be_a_string() {
    let error = run!(Worded::render(out("worded.mp4")).frames(1)).unwrap_err();
    let panim::Error::Frame { frame: 0, source } = error else { panic!("{error:?}") };
    assert_eq!(source.to_string(), "out of luck");
}
