use panim::prelude::*;

fn main() -> panim::Result<()> {
    // ANCHOR: lengths
    let mut fig = Figure::new();
    let ax = fig.axes();
    ax.add(Line::new([0, 1, 2], [4, 5]));
    let error = fig.save_png("mistake.png").expect_err("refused");
    let message = "Line, `y`: has 2 values where `x` has 3; both must have as many";
    assert_eq!(error.to_string(), message);
    // ANCHOR_END: lengths

    // ANCHOR: names
    let mut fig = Figure::new();
    fig.axes().add(Line::new([0, 1], [4, 5]).color("blu"));
    let error = fig.save_png("mistake.png").expect_err("refused");
    println!("{error}");
    // ANCHOR_END: names
    let mut fig = Figure::new();
    fig.set_size(320, 240).axes().add(Line::new([0, 1], [4, 5]).color("blue"));
    fig.save_png("mistakes.png")?;
    Ok(())
}
